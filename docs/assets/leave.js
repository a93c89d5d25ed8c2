/* Leave this page: blank at once, replace it in the history, and send Back on to the neutral page too.
   Three presses of Shift within five seconds do the same (the gesture of GOV.UK's "Exit this page"); a key, a click or a
   turn of the wheel between them is a sign of work, and they count no more. */
(() => {
  "use strict";
  const LEFT = "left";
  const WAIT = 5000;
  let link, status, timer;
  let presses = 0;
  let bare = false; // whether Shift went down alone, and nothing else was done since

  function blank() {
    document.documentElement.classList.add("leaving");
    document.title = "\u00a0";
  }
  function leave(event) {
    if (event) event.preventDefault();
    blank();
    /* What the reader chose here is forgotten. A mark in this tab alone, gone when the tab is closed, tells earlier pages of
       this site to leave as well. */
    try {
      localStorage.clear();
      sessionStorage.setItem(LEFT, "1");
    } catch { /* storage is off: Back may show an earlier page */ }
    location.replace(link.href);
  }
  function forget() {
    presses = 0;
    bare = false;
    clearTimeout(timer);
    if (status) status.textContent = "";
  }
  function hasLeft() {
    try { return sessionStorage.getItem(LEFT) === "1"; } catch { return false; }
  }
  function returned(restored) {
    const [navigation] = performance.getEntriesByType("navigation");
    if (hasLeft() && (restored || (navigation && navigation.type === "back_forward"))) {
      blank();
      if (link) location.replace(link.href);
      return;
    }
    try { sessionStorage.removeItem(LEFT); } catch { /* nothing was stored */ }
    document.documentElement.classList.remove("leaving");
  }

  addEventListener("DOMContentLoaded", () => {
    link = document.getElementById("leave");
    status = document.getElementById("leave-status");
    link.addEventListener("click", leave);
    if (document.documentElement.classList.contains("leaving")) location.replace(link.href);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) forget();
    else if (!event.repeat) bare = true;
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !bare || !status) return;
    bare = false;
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(forget, WAIT);
    if (presses >= 3) leave();
    else status.textContent = presses === 1 ? status.dataset.once : status.dataset.twice; // in the language of the page
  }, true);
  for (const work of ["pointerdown", "wheel"]) addEventListener(work, forget, { capture: true, passive: true });
  addEventListener("pageshow", (event) => returned(event.persisted));
  returned(false);
})();
