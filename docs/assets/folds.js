/* Opens the fold that an address leads into: not every browser does. Offers to open all. Without this script each opens alone. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  }
  const folds = [...document.querySelectorAll("details.fold")];
  if (folds.length > 1) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    const tell = () => { button.textContent = folds.every((fold) => fold.open) ? "Close all" : "Open all"; };
    button.addEventListener("click", () => {
      const open = !folds.every((fold) => fold.open);
      for (const fold of folds) fold.open = open;
      tell();
    });
    tell();
    const above = folds[0].previousElementSibling;
    (above && /^H/.test(above.tagName) ? above : folds[0]).before(button);
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => { for (const fold of folds) fold.open = true; });
  reveal();
});
