/* The search box, before it is used: opens it, and then fetches what searches. Where there is a table to filter, it fetches
   what does that. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const form = document.querySelector(".md-search__form");
  if (!form) return;
  const input = form.elements.q;
  const box = document.querySelector("[data-md-toggle=search]");
  const opens = document.querySelector(".search-opens");
  const status = document.querySelector(".md-search-result__meta");
  let loading;
  const script = (src) => new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })));
  if (document.querySelector("form.filters")) script(form.dataset.find);
  async function load() {
    try {
      for (const src of form.dataset.search.split(" ")) await script(src);
    } catch (fault) {
      loading = null;
      throw fault;
    }
  }
  /* Returns what is found. If what searches cannot be fetched, `status` says so, with a button for `again`. */
  window.searching = async (query, status, again) => {
    try {
      await (loading = loading || load());
      const found = await window.search.ask(query);
      if (status.querySelector("button")) status.textContent = status.dataset.ask || "";
      return found;
    } catch (fault) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Try again", onclick: again });
      status.replaceChildren("The search could not be loaded. ", button);
    }
  };
  function open() {
    box.checked = true;
    input.focus();
    window.searching(input.value, status, open);
  }
  function close() {
    box.checked = false;
    input.blur();
  }
  opens.addEventListener("click", (event) => { event.preventDefault(); open(); });
  input.addEventListener("focus", () => { if (!box.checked) open(); });
  form.querySelector(".search-closes").addEventListener("click", () => { close(); opens.focus(); });
  document.querySelector(".md-search__overlay").addEventListener("click", close);
  document.addEventListener("focusin", (event) => { if (box.checked && !event.target.closest(".md-search, .search-opens")) box.checked = false; });
  addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); open(); }
    if (event.key === "Escape" && box.checked) close();
  });
});
