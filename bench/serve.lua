-- What each thread of wrk asks: the addresses in the file that is named after "--", in turn, as a browser would.
local asked, at = {}, 0

function init(arguments)
  for path in io.lines(arguments[1]) do
    asked[#asked + 1] = wrk.format("GET", path, { ["Accept-Encoding"] = "gzip, br" })
  end
end

function request()
  at = at % #asked + 1
  return asked[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format('\n{"requests": %d, "microseconds": %d, "bytes": %d, "failed": %d, "refused": %d, "p99": %d}\n',
    summary.requests, summary.duration, summary.bytes, failed, errors.status, latency:percentile(99)))
end
