/* Filters the table of activities. The state lives in the address: a filtered view can be sent to a colleague. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const form = document.querySelector("form.filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.find tbody tr")];
  const left = form.querySelector(".filters__left");
  const download = form.querySelector(".filters__csv");
  const selects = [...form.querySelectorAll("select")];
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  /* What is asked of each row, read once. A duty is a role and a body, because both are asked together. */
  let facts;
  const read = () => rows.map((row) => ({
    group: [row.dataset.group],
    deadline: [row.dataset.deadline],
    topic: row.dataset.topic.split(" "),
    duties: row.dataset.agency.trim().split(/\s+/).map((duty) => duty.split(":")),
    words: fold(row.textContent),
  }));
  /* Where this page is on the site, for the addresses in the download: it may be open from a folder. */
  const home = document.querySelector("link[rel=canonical]").href;
  const names = new Map(selects.flatMap((select) => [...select.options]).map((option) => [option, option.textContent]));

  /* The values of one question under which a row would be shown, given the answers to all others; none if it is not. */
  function values(fact, asked, question) {
    for (const other of ["group", "deadline", "topic"]) {
      if (other !== question && asked[other] && !fact[other].includes(asked[other])) return [];
    }
    const duties = fact.duties.filter(([role, agency]) =>
      (question === "role" || !asked.role || role === asked.role) && (question === "agency" || !asked.agency || agency === asked.agency));
    if (!duties.length || !fold(asked.q || "").split(/\s+/).every((word) => fact.words.includes(word))) return [];
    if (question === "role" || question === "agency") return duties.map((duty) => duty[question === "role" ? 0 : 1]);
    return question ? fact[question] : [""];
  }
  const asked = () => Object.fromEntries(new FormData(form));
  let shown = [];

  function show() {
    facts = facts || read();
    const now = asked();
    shown = rows.filter((row, at) => values(facts[at], now).length);
    const seen = new Set(shown);
    for (const row of rows) row.hidden = !seen.has(row);
    left.textContent = `${shown.length} of ${form.dataset.total} activities${shown.length ? "" : ". Nothing matches: ask for less, or show all."}`;
    for (const select of selects) {
      const numbers = new Map();
      for (const fact of facts) {
        const found = new Set(values(fact, now, select.name));
        if (found.size) found.add("");
        for (const value of found) numbers.set(value, (numbers.get(value) || 0) + 1);
      }
      for (const option of select.options) {
        const number = numbers.get(option.value) || 0;
        option.textContent = `${names.get(option)} (${number})`;
        option.disabled = !number && !option.selected;
      }
    }
    download.hidden = !shown.length;
    const state = new URLSearchParams(Object.entries(now).filter(([, value]) => value));
    history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
  }

  /* A value that a spreadsheet would run as a formula is defused by an apostrophe. */
  const cell = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  function csv(shown) {
    const bodies = (row, role) => [...row.querySelectorAll(`[data-role="${role}"] a`)].map((a) => a.textContent).join("; ");
    const text = (row, selector) => row.querySelector(selector)?.textContent || "";
    const lines = shown.map((row) => [
      text(row, "th a"), text(row, ".find__text"), text(row, ".find__plain"), bodies(row, "executive"),
      bodies(row, "involved"), bodies(row, "recommended"), row.dataset.period, row.dataset.deadline, row.dataset.group,
      new URL(row.querySelector("th a").getAttribute("href"), home).href.replace(/index\.html$/, ""),
    ]);
    const head = ["number", "text", "summary", "executive", "involved", "recommended", "period", "deadline", "group", "address"];
    return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  /* The table is written when it is asked for, not at each letter that is typed. */
  download.addEventListener("click", () => {
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob(["\ufeff", csv(shown)], { type: "text/csv;charset=utf-8" }));
  });
  const start = new URLSearchParams(location.search);
  for (const [name, value] of start) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  setTimeout(show); // after the page is seen
});
