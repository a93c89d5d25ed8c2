/* How what is found is shown, in the box and on /find/: the entries with the words marked, and what is said of them. */
(() => {
  "use strict";
  const form = document.querySelector(".md-search__form");
  const input = form.elements.q;
  const list = document.querySelector(".md-search-result__list");
  const status = document.querySelector(".md-search-result__meta");
  const help = document.querySelector(".md-search-result__help");
  const SHOWN = 10;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }
  /* A text in pieces: the words that were found are marked. */
  function marked(text, found) {
    return text.split(/(\d+(?:\.\d+)*|[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*)/u).map((piece, at) => (at % 2 && found.has(window.search.stem(piece)) ? element("mark", "", piece) : piece));
  }
  /* The piece of a text in which the first of the words stands, or its beginning. */
  function piece(text, found) {
    if (text.length < 200) return text;
    const at = [...text.matchAll(/[\p{L}\p{N}.]+/gu)].find((match) => found.has(window.search.stem(match[0])));
    const from = at && at.index > 140 ? text.indexOf(" ", at.index - 80) + 1 : 0;
    const end = text.lastIndexOf(" ", from + 160);
    return `${from ? "… " : ""}${text.slice(from, end > from + 80 ? end : undefined)}${end < text.length - 1 ? " …" : ""}`;
  }
  /* What is shown of a result: its name, its plain sentence, and the words of the plan if the word stands only there. */
  function parts(hit) {
    const found = new Set(hit.terms);
    const has = (text) => marked(text, found).length > 1 && marked(text, found).some((part) => part instanceof Element);
    const { summary = "", text = "" } = hit;
    return { title: marked(hit.title, found), text: marked(piece(summary && (has(summary) || !has(text)) ? summary : text || summary, found), found) };
  }
  /* Help speaks several languages. */
  const spoken = (made, { language }) => { if (language) made.lang = language; return made; };
  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  function said({ hits, partly, empty }) {
    if (empty) return "These words stand in almost every line. Add another, or a number such as 4.3.";
    if (!hits.length) return "Nothing found. Try another word, or a number such as 4.3.";
    return `${count(hits.length, "result")}${partly ? ". Few have all of these words, or none; the others have some" : ""}`;
  }

  function item(hit) {
    const { title, text } = parts(hit);
    const link = element("a", "md-search-result__link", element("div", "md-search-result__article md-typeset",
      element("span", "md-search-result__kind", hit.title.startsWith(hit.kind) ? "" : hit.kind), element("strong", "md-search-result__title", ...title), element("p", "", ...text)));
    link.href = form.dataset.root + hit.address;
    return spoken(element("li", "md-search-result__item", link), hit);
  }
  function all(number) {
    const link = element("a", "md-search-result__link md-search-result__all", `All ${number} results, with filters`);
    link.href = `${form.action}?q=${encodeURIComponent(input.value.trim())}`;
    return element("li", "md-search-result__item", link);
  }

  let turn = 0;
  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    const found = query ? await window.searching(query, status, show) : null;
    if (mine !== turn || found === undefined) return;
    list.replaceChildren(...(found ? found.hits.slice(0, SHOWN).map(item) : []), ...(found && found.hits.length > SHOWN ? [all(found.hits.length)] : []));
    status.textContent = found ? said(found) : status.dataset.ask;
    help.hidden = !found;
  }
  input.addEventListener("input", show);
  form.addEventListener("reset", () => { setTimeout(show); input.focus(); });
  document.querySelector(".md-search").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...document.querySelectorAll(".md-search-result a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    if (next) next.focus();
  });
  show();

  /* The same as a list on a page. */
  function entry(hit) {
    const { title, text } = parts(hit);
    const link = element("a", "", ...title);
    link.href = form.dataset.root + hit.address;
    const kind = hit.title.startsWith(hit.kind) ? "" : element("span", "quiet", hit.kind);
    return spoken(element("li", "", link, " ", kind, element("span", "quiet", ...text)), hit);
  }
  window.search.entries = (hits) => hits.map(entry);
  window.search.said = said;
})();
