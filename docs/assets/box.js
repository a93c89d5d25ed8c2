/* The search box, before it is used: opens it, and then fetches what searches. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const form = document.querySelector(".md-search__form");
  if (!form) return;
  const input = form.elements.q;
  const box = document.querySelector("[data-md-toggle=search]");
  const opens = document.querySelector(".search-opens");
  let loading;
  function load() {
    loading = loading || new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = form.dataset.search;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  }
  function open() {
    box.checked = true;
    input.focus();
    load();
  }
  function close() {
    box.checked = false;
    input.blur();
  }
  opens.addEventListener("click", (event) => { event.preventDefault(); open(); });
  input.addEventListener("focus", open);
  form.querySelector(".search-closes").addEventListener("click", () => { close(); opens.focus(); });
  document.querySelector(".md-search__overlay").addEventListener("click", close);
  document.addEventListener("focusin", (event) => { if (box.checked && !event.target.closest(".md-search, .search-opens")) box.checked = false; });
  addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); open(); }
    if (event.key === "Escape" && box.checked) close();
  });
});
