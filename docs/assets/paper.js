/* What goes on paper: the buttons that print, the one that empties a letter, and what was asked for, in words and in the address. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const asked = document.querySelector(".asked");
  document.addEventListener("click", (event) => {
    if (event.target.closest(".print")) print();
    if (event.target.closest(".untick")) for (const box of document.querySelectorAll(".letter input")) box.checked = false;
  });
  addEventListener("beforeprint", () => {
    const address = document.querySelector(".paper__address");
    if (address) address.textContent = document.querySelector("link[rel=canonical]").href + location.search;
    if (!asked) return;
    const chosen = [...document.querySelectorAll(".filters :is(input, select)")].filter((field) => field.value);
    const words = chosen.map((field) => `${field.labels[0].textContent}: ${field.selectedOptions ? field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "") : field.value}`);
    asked.textContent = [...words, document.querySelector(".filters__left").textContent].filter(Boolean).join(". ");
    asked.hidden = false;
  });
  addEventListener("afterprint", () => { if (asked) asked.hidden = true; });
});
