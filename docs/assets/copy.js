/* Copies the address of a paragraph, a citation or a letter, as the reader has left it. Without this script the links work, and texts can be selected. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  if (!navigator.clipboard) return;
  /* Others cannot open the address of a file on this machine: then the address on the site is copied. */
  const home = location.protocol === "file:" ? document.querySelector("link[rel=canonical]").href : location.href;
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "copied";
  document.body.append(status);
  let timer;
  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = `${what} copied`;
      clearTimeout(timer);
      timer = setTimeout(() => { status.textContent = ""; }, 3000);
    } catch { /* the browser refused: the text stands on the page, and the address in the address bar */ }
  }
  /* The text of a block, without what the reader has unticked. */
  function text(block) {
    const copy = block.cloneNode(true);
    for (const box of copy.querySelectorAll("input:not(:checked)")) box.parentNode.remove();
    for (const role of copy.querySelectorAll(".letter__role")) if (!role.querySelector("input")) role.remove();
    return copy.textContent.trim();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (link) copy(new URL(link.getAttribute("href"), home).href, "Address");
  });
  for (const block of document.querySelectorAll("pre[data-copy], pre.highlight")) {
    if (block.querySelector(".language-says, .language-tells")) continue; /* answers of the program */
    const what = block.dataset.copy || "code";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = `Copy ${what}`;
    button.addEventListener("click", () => copy(text(block), what));
    block.before(button);
    if (!block.dataset.file) continue;
    const download = document.createElement("a");
    download.className = "copy";
    download.textContent = "Download as text";
    download.download = block.dataset.file;
    download.href = "#";
    download.addEventListener("click", () => {
      URL.revokeObjectURL(download.href);
      download.href = URL.createObjectURL(new Blob([text(block), "\n"], { type: "text/plain;charset=utf-8" }));
    });
    block.before(download);
  }
});
