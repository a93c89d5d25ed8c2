/* The page of the search: all that is found, and the table of activities, filtered. What is found comes from search.js.
   The state lives in the address: a view can be sent to a colleague, and Back leads to it. */
(() => {
  "use strict";
  const form = document.querySelector("form.filters");
  const table = document.querySelector("table.find");
  const rows = [...document.querySelectorAll("table.find tbody tr")];
  const left = form.querySelector(".filters__left");
  const download = form.querySelector(".filters__csv");
  const area = document.querySelector(".hits");
  const [few, more] = area.querySelectorAll("ol");
  const kinds = form.elements.kind;
  const selects = [...form.querySelectorAll("select")].filter((select) => select !== kinds);
  const SHOWN = 10;
  /* Where this page is on the site: it may be open from a folder. */
  const home = document.querySelector("link[rel=canonical]").href;
  const path = (link) => link.getAttribute("href").replace(/^(?:\.\.\/)+/, "");
  const id = (link) => path(link).split("/")[1];
  /* What is asked of each row, read once, under its address. A duty is a role and a body, because both are asked together. */
  let facts;
  const read = () => new Map(rows.map((row) => [path(row.querySelector("th a")), {
    row,
    group: [row.dataset.group],
    deadline: [id(row.lastElementChild.firstElementChild)],
    topic: row.dataset.topic.split(" "),
    duties: [...row.querySelectorAll("[data-role] a")].map((link) => [link.parentElement.dataset.role, id(link)]),
  }]));
  const names = new Map(selects.flatMap((select) => [...select.options]).map((option) => [option, option.textContent]));

  /* The values of one question under which a row would be shown, given the answers to all others; none if it is not. */
  function values(fact, asked, question) {
    for (const other of ["group", "deadline", "topic"]) {
      if (other !== question && asked[other] && !fact[other].includes(asked[other])) return [];
    }
    const duties = fact.duties.filter(([role, agency]) =>
      (question === "role" || !asked.role || role === asked.role) && (question === "agency" || !asked.agency || agency === asked.agency));
    if (!duties.length) return [];
    if (question === "role" || question === "agency") return duties.map((duty) => duty[question === "role" ? 0 : 1]);
    return question ? fact[question] : [""];
  }
  /* How many there are of each value; "" stands for all. */
  function tally(lists) {
    const numbers = new Map();
    for (const list of lists) for (const value of new Set([...list, ...(list.length ? [""] : [])])) numbers.set(value, (numbers.get(value) || 0) + 1);
    return numbers;
  }
  function label(option, name, number) {
    option.textContent = `${name} (${number})`;
    option.disabled = !number && !option.selected;
  }
  let shown = [];
  let turn = 0;

  async function show() {
    facts = facts || read();
    const now = Object.fromEntries(new FormData(form));
    const query = now.q.trim();
    const state = new URLSearchParams(Object.entries(now).filter(([, value]) => value));
    history.replaceState(null, "", `${state}` ? `?${state}` : location.pathname);
    const mine = ++turn;
    const found = query ? await window.searching(query, left, show) : null;
    if (mine === turn && found !== undefined) draw(now, found);
  }
  /* Only activities have a group, a deadline, a topic and bodies: with such a filter, what is found is activities. */
  function draw(now, found) {
    const filtered = selects.some((select) => select.value);
    const fits = (hit) => (facts.has(hit.address) ? values(facts.get(hit.address), now, "").length > 0 : !filtered);
    const hits = found ? found.hits.filter(fits) : [];
    const listed = hits.filter((hit) => !now.kind || hit.kind === now.kind);
    const met = found ? [...facts].filter(([address]) => found.hits.some((hit) => hit.address === address)) : [...facts];
    const rest = met.filter(([, fact]) => values(fact, now, "").length && (!now.kind || now.kind === "Activity"));
    shown = rest.map(([, fact]) => fact.row);
    for (const { row } of facts.values()) row.hidden = !shown.includes(row);
    for (const select of selects) {
      const numbers = tally(met.map(([, fact]) => values(fact, now, select.name)));
      for (const option of select.options) label(option, names.get(option), numbers.get(option.value) || 0);
    }
    ofKind(tally(hits.map((hit) => [hit.kind])), now.kind);
    kinds.parentElement.hidden = area.hidden = !found;
    few.replaceChildren(...(found ? window.search.entries(listed.slice(0, SHOWN)) : []));
    more.replaceChildren(...(found ? window.search.entries(listed.slice(SHOWN)) : []));
    more.parentElement.hidden = listed.length <= SHOWN;
    more.previousElementSibling.textContent = `${listed.length - SHOWN} more`;
    if (rows.length) table.hidden = download.hidden = !shown.length;
    tell(found, listed);
  }
  function ofKind(numbers, chosen) {
    const all = new Set([...numbers.keys()].filter(Boolean).concat(chosen || []));
    kinds.replaceChildren(...["", ...all].map((value) => {
      const option = new Option("", value, false, value === (chosen || ""));
      label(option, value || "Any", numbers.get(value) || 0);
      return option;
    }));
  }
  function tell(found, listed) {
    const activities = `${shown.length} of ${form.dataset.total} activities`;
    const none = found ? found.hits.length && !listed.length : !shown.length;
    const said = [found && (listed.length || !none) && window.search.said({ ...found, hits: listed }), rows.length && `${activities}${found ? " in the table below" : ""}`, rows.length && none && "Nothing matches: ask for less, or show all."];
    left.textContent = said.filter(Boolean).join(". ").replace("..", ".");
  }

  /* A value that a spreadsheet would run as a formula is defused by an apostrophe. */
  const cell = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  function csv() {
    const bodies = (row, role) => [...row.querySelectorAll(`[data-role="${role}"] a`)].map((a) => a.textContent).join("; ");
    const text = (row, selector) => row.querySelector(selector)?.textContent || "";
    const lines = shown.map((row) => [
      text(row, "th a"), text(row, ".find__text"), text(row, ".find__plain"), bodies(row, "executive"),
      bodies(row, "involved"), bodies(row, "recommended"), row.dataset.period, id(row.lastElementChild.firstElementChild), row.dataset.group,
      new URL(row.querySelector("th a").getAttribute("href"), home).href.replace(/index\.html$/, ""),
    ]);
    const head = ["number", "text", "summary", "executive", "involved", "recommended", "period", "deadline", "group", "address"];
    return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  /* The table is written when it is asked for, not at each letter that is typed. */
  if (download) download.addEventListener("click", () => {
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob(["\ufeff", csv()], { type: "text/csv;charset=utf-8" }));
  });
  const start = new URLSearchParams(location.search);
  kinds.append(new Option(start.get("kind")));
  for (const field of [form.elements.q, kinds, ...selects]) if (start.has(field.name)) field.value = start.get(field.name);
  /* On a phone the first screen is for what was found. */
  const folded = form.querySelector("details");
  if (folded && innerWidth < 720 && form.elements.q.value && !selects.some((select) => select.value)) folded.open = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  setTimeout(show); // after the page is seen
})();
