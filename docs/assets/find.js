/* Filters the table of activities. The state lives in the address: a filtered view can be sent to a colleague. */
(() => {
  "use strict";
  const form = document.querySelector("form.filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.find tbody tr")];
  const left = form.querySelector(".filters__left");
  const download = form.querySelector(".filters__csv");
  const selects = [...form.querySelectorAll("select")];
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const words = new Map(rows.map((row) => [row, fold(row.textContent)]));
  /* Where this page is on the site, for the addresses in the download: it may be open from a folder. */
  const home = document.querySelector("link[rel=canonical]").href;
  const names = new Map(selects.flatMap((select) => [...select.options]).map((option) => [option, option.textContent]));

  /* A body and a role are asked together: the body must have that role in the row. */
  function matches(row, asked) {
    const duties = row.dataset.agency.trim().split(/\s+/).map((duty) => duty.split(":"));
    return (!asked.group || row.dataset.group === asked.group)
      && (!asked.deadline || row.dataset.deadline === asked.deadline)
      && (!asked.topic || row.dataset.topic.split(" ").includes(asked.topic))
      && (!(asked.agency || asked.role) || duties.some(([role, agency]) =>
        (!asked.role || role === asked.role) && (!asked.agency || agency === asked.agency)))
      && fold(asked.q || "").split(/\s+/).every((word) => words.get(row).includes(word));
  }
  const asked = () => Object.fromEntries(new FormData(form));

  function show() {
    const now = asked();
    const shown = rows.filter((row) => matches(row, now));
    rows.forEach((row) => { row.hidden = !shown.includes(row); });
    left.textContent = `${shown.length} of ${form.dataset.total} activities${shown.length ? "" : ". Nothing matches: ask for less, or show all."}`;
    for (const select of selects) {
      for (const option of select.options) {
        const number = rows.filter((row) => matches(row, { ...now, [select.name]: option.value })).length;
        option.textContent = `${names.get(option)} (${number})`;
        option.disabled = !number && !option.selected;
      }
    }
    download.hidden = !shown.length;
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob(["\ufeff", csv(shown)], { type: "text/csv;charset=utf-8" }));
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

  const start = new URLSearchParams(location.search);
  for (const [name, value] of start) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
