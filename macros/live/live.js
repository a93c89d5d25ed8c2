/* Shows an edit in the open page, or its faults, and keeps the reader's place. Only `make serve` sends this file. */
(() => {
  "use strict";
  const { version, news } = document.currentScript.dataset;
  const box = document.getElementById("live");
  const PLACE = "live-place"; /* removed as soon as it is read */
  const left = () => document.documentElement.classList.contains("leaving");
  let line;

  /* Elements under names that an edit elsewhere does not change: what they say, and the how-manieth says so. */
  function named(selector, name) {
    const found = new Map();
    for (const element of document.querySelectorAll(selector)) {
      const words = name(element);
      let number = 0;
      while (found.has(`${words} ${number}`)) number += 1;
      found.set(`${words} ${number}`, element);
    }
    return found;
  }
  const folds = () => named("details", (element) => element.querySelector("summary")?.textContent.trim().slice(0, 40));
  const fields = () => named("input:not([type=file], [type=password], [type=hidden]), select, textarea", (element) => element.id || element.name);
  const stops = () => named("a[href], button, input, select, textarea, summary, [tabindex]", (element) =>
    [element.tagName, element.id || element.name || element.getAttribute("href") || element.textContent.trim().slice(0, 40)].join(" "));
  const anchors = () => [...document.querySelectorAll("main [id]")].filter((element) => element.getClientRects().length);

  function keep() {
    const anchor = anchors().findLast((element) => element.getBoundingClientRect().top <= innerHeight / 2);
    const active = document.activeElement;
    const place = {
      path: location.pathname,
      x: scrollX,
      y: scrollY,
      anchor: anchor?.id,
      top: anchor?.getBoundingClientRect().top,
      open: [...folds()].map(([name, element]) => [name, element.open]),
      typed: [...fields()].map(([name, element]) => [name, element.value, element.checked]),
      focus: [...stops()].find(([, element]) => element === active)?.[0],
      selection: typeof active?.selectionStart === "number" ? [active.selectionStart, active.selectionEnd] : null,
    };
    try { sessionStorage.setItem(PLACE, JSON.stringify(place)); } catch { /* storage is off: the page starts at its top */ }
  }
  function taken() {
    try {
      const place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
      return place?.path === location.pathname ? place : null;
    } catch { return null; }
  }
  function restore(place) {
    const [folded, typed, stop] = [folds(), fields(), stops().get(place.focus)];
    for (const [name, open] of place.open) if (folded.has(name)) folded.get(name).open = open;
    for (const [name, value, checked] of place.typed) {
      const field = typed.get(name);
      if (!field || (field.value === value && field.checked === checked)) continue;
      field.value = value;
      if (typeof checked === "boolean") field.checked = checked;
      field.dispatchEvent(new Event("input", { bubbles: true })); /* the filters look again */
    }
    if (stop && stop !== document.activeElement) stop.focus({ preventScroll: true });
    try { if (stop && place.selection) stop.setSelectionRange(...place.selection); } catch { /* not a field of text */ }
    const anchor = place.anchor && document.getElementById(place.anchor);
    scrollTo({ left: place.x, top: anchor && place.y ? scrollY + anchor.getBoundingClientRect().top - place.top : place.y, behavior: "instant" });
  }

  function hear(event) {
    const told = JSON.parse(event.data);
    if (left()) return;
    if (told.version !== version) {
      hush();
      keep();
      history.scrollRestoration = "manual"; /* else the browser scrolls too, later than we do */
      location.reload();
    } else if (box.dataset.shown !== told.faults) {
      if (box.dataset.shown !== undefined || !box.childElementCount !== !told.faults.trim()) box.innerHTML = told.faults;
      box.dataset.shown = told.faults;
    }
  }
  /* A browser keeps six lines to one server: a tab that nobody sees gives its own back. */
  function listen() {
    if (line || document.hidden) return;
    line = new EventSource(news);
    line.addEventListener("message", hear);
  }
  function hush() {
    if (line) line.close();
    line = undefined;
  }

  const place = taken();
  if (place) {
    restore(place);
    history.scrollRestoration = "auto";
  }
  listen();
  addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
  addEventListener("pagehide", hush);
  addEventListener("pageshow", listen);
})();
