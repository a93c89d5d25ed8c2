/* What the search box finds. box.js fetches this file when the reader turns to the box; here the index is fetched, and what
   is typed becomes the theme’s list of results. */
(() => {
  "use strict";
  const form = document.querySelector(".md-search__form");
  const input = form.elements.q;
  const list = document.querySelector(".md-search-result__list");
  const status = document.querySelector(".md-search-result__meta");
  const ASK = status.textContent;
  const root = form.dataset.root;
  const SHOWN = 10;

  /* Spellings, plurals, endings and accents of a word are one word: at indexing and at asking alike. */
  const BRITISH = [
    [/our(s|ed|ing|er|ers)?$/, "or$1"], [/is(e|es|ed|ing|ation|ations|er|ers)$/, "iz$1"], [/^programme/, "program"],
    [/^centre/, "center"], [/^defence/, "defense"], [/^offence/, "offense"], [/^enrol(?!l)/, "enroll"],
  ];
  const STOP = new Set("a an and are at be by can do does for from has have how i in is it must my of on or our should that the their to was what when where which who whom will with".split(" "));

  function word(term) {
    let plain = term.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    if (STOP.has(plain)) return null;
    if (/\d/.test(plain)) return plain;
    for (const [from, to] of BRITISH) plain = plain.replace(from, to);
    if (plain.length > 3) plain = plain.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^s])s$/, "$1");
    /* adoption and adopted, investigation and investigating: one word each. Short stems are left alone. */
    const stem = plain.replace(/(at)?(ion|ing|ed)$/, "");
    return stem.length > 3 ? stem : plain;
  }
  /* Numbers stay whole: 2.5 is one word. */
  const words = (text) => text.match(/\d+(?:\.\d+)*|[\p{L}\p{N}]+/gu) || [];

  const OPTIONS = {
    fields: ["number", "title", "words", "summary", "text"],
    storeFields: ["address", "kind", "title", "words", "summary", "text"],
    idField: "address",
    tokenize: words,
    processTerm: word,
    searchOptions: {
      boost: { number: 12, title: 5, words: 4, summary: 3, text: 1 },
      prefix: (term) => term.length > 1 && !/^\d+(\.\d+)+$/.test(term),
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : 0.2),
      weights: { prefix: 0.5, fuzzy: 0.2 },
      boostDocument: (_, __, stored) => ({ Page: 2, Agency: 1.6, Activity: 1.5, Deadline: 1.3, Section: 1.2 }[stored.kind] || 1),
    },
  };

  let engine;
  function load() {
    engine = engine || Promise.all([
      entries(form.dataset.index),
      script(form.dataset.engine),
    ]).then(([entries]) => {
      const index = new window.MiniSearchModule.default(OPTIONS);
      index.addAll(entries);
      return index;
    });
    return engine;
  }
  /* A page that was opened from a folder may fetch nothing: there the index is a script. */
  async function entries(source) {
    if (!source.endsWith(".js")) return (await fetch(source)).json();
    await script(source);
    return window.searchEntries;
  }
  function script(source) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = source;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }
  /* All words first; if nothing has all of them, any of them. What bears the very name that was typed comes on top. */
  function ask(index, query) {
    const all = index.search(query, { combineWith: "AND" });
    const found = all.length ? all : index.search(query, { combineWith: "OR" });
    const name = query.toLowerCase();
    const named = (result) => result.kind === "Agency" && [result.title, ...(result.words || "").split(", ")].some((alias) => alias.toLowerCase() === name);
    return [...found.filter(named), ...found.filter((result) => !named(result))];
  }

  let turn = 0;
  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    if (!query) return clear();
    const found = ask(await load(), query);
    if (mine !== turn) return;
    list.replaceChildren(...found.slice(0, SHOWN).map(item), ...more(found.slice(SHOWN)));
    status.textContent = found.length ? `${found.length} result${found.length === 1 ? "" : "s"}` : "Nothing found. Try another word, or a number such as 4.3.";
  }
  function clear() {
    turn += 1;
    list.replaceChildren();
    status.textContent = ASK;
  }
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }
  function item(result) {
    const found = new Set(result.terms);
    const text = result.summary || result.text || "";
    const short = text.length > 160 ? `${text.slice(0, text.lastIndexOf(" ", 160))}…` : text;
    const link = element("a", "md-search-result__link", element("div", "md-search-result__article md-typeset",
      element("span", "md-search-result__kind", result.kind), element("strong", "md-search-result__title", ...marked(result.title, found)),
      element("p", "", ...marked(short, found))));
    link.href = root + result.address;
    return element("li", "md-search-result__item", link);
  }
  /* A text in pieces: the words that were found are marked. */
  function marked(text, found) {
    return text.split(/(\d+(?:\.\d+)*|[\p{L}\p{N}]+)/u).map((piece) => (piece && found.has(word(piece)) ? element("mark", "", piece) : piece));
  }
  function more(others) {
    if (!others.length) return [];
    const folded = element("details", "md-search-result__more", element("summary", "", element("div", "", `${others.length} more`)),
      element("ol", "md-search-result__list", ...others.map(item)));
    return [element("li", "md-search-result__item", folded)];
  }

  load();
  input.addEventListener("input", show);
  form.addEventListener("reset", () => { clear(); input.focus(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await show();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  document.querySelector(".md-search").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...[...list.querySelectorAll("a, summary")].filter((stop) => stop.offsetParent)];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (stops[next]) stops[next].focus();
  });
  if (input.value) show();
})();
