/* Copies the address of a paragraph when its link is used. Without this script the link still works as a link. */
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "copied";
  document.body.append(status);
  let timer;
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.permalink");
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.href);
      status.textContent = "Address copied";
      clearTimeout(timer);
      timer = setTimeout(() => { status.textContent = ""; }, 3000);
    } catch { /* the browser refused: the address bar has the address */ }
  });
})();
