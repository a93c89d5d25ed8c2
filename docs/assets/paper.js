/* What goes on paper: the buttons that print, the one that empties a letter, and the address with what was asked for. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  document.addEventListener("click", (event) => {
    if (event.target.closest(".print")) print();
    if (event.target.closest(".untick")) for (const box of document.querySelectorAll(".letter input")) box.checked = false;
  });
  addEventListener("beforeprint", () => {
    const address = document.querySelector(".paper__address");
    if (address) address.textContent = document.querySelector("link[rel=canonical]").href + location.search;
  });
});
