/* Leave this page: blank at once, replace it in the history, and send Back on to the neutral page too.
   Three presses of Shift within five seconds do the same (the gesture of GOV.UK's "Exit this page"). */
(() => {
  "use strict";
  const link = document.getElementById("leave");
  if (!link) return;
  const status = document.getElementById("leave-status");
  const LEFT = "left";
  const WAIT = 5000;
  let presses = 0;
  let timer;

  function blank() {
    document.documentElement.classList.add("leaving");
    document.title = "\u00a0";
  }
  function leave(event) {
    if (event) event.preventDefault();
    blank();
    /* A mark in this tab alone, gone when the tab is closed: it tells earlier pages of this site to leave as well. */
    try { sessionStorage.setItem(LEFT, "1"); } catch { /* storage is off: Back may show an earlier page */ }
    location.replace(link.href);
  }
  function forget() {
    presses = 0;
    clearTimeout(timer);
    status.textContent = "";
  }
  function hasLeft() {
    try { return sessionStorage.getItem(LEFT) === "1"; } catch { return false; }
  }
  function returned(restored) {
    const [navigation] = performance.getEntriesByType("navigation");
    if (hasLeft() && (restored || (navigation && navigation.type === "back_forward"))) {
      blank();
      location.replace(link.href);
      return;
    }
    try { sessionStorage.removeItem(LEFT); } catch { /* nothing was stored */ }
    document.documentElement.classList.remove("leaving");
  }

  link.addEventListener("click", leave);
  addEventListener("keydown", (event) => { if (event.key !== "Shift") forget(); }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(forget, WAIT);
    if (presses >= 3) leave();
    else status.textContent = `Shift: press ${3 - presses} more time${presses === 2 ? "" : "s"} to leave this page.`;
  }, true);
  addEventListener("pageshow", (event) => returned(event.persisted));
  returned(false);
})();
