/* What the theme’s own script would do for its frame: the drawer and its branches by keyboard, the list of contents that
   follows, the button that leads to the top. Without a script the drawer opens all the same, and the rest is not missed. */
(() => {
  "use strict";
  document.documentElement.classList.replace("no-js", "scripted");
  addEventListener("DOMContentLoaded", () => { drawer(); contents(); top(); });

  /* A label that opens something becomes a button: a keyboard reaches it, and a screen reader says whether it is open. */
  function button(label, name) {
    const box = document.getElementById(label.htmlFor);
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    if (name) made.setAttribute("aria-label", name);
    if (label.id) made.id = label.id;
    made.append(...label.childNodes);
    const tell = () => made.setAttribute("aria-expanded", box.checked);
    made.addEventListener("click", () => { box.checked = !box.checked; box.dispatchEvent(new Event("change")); });
    box.addEventListener("change", tell);
    tell();
    label.replaceWith(made);
    return [made, box];
  }

  function drawer() {
    const label = document.querySelector(".md-header label[for=__drawer]");
    if (!label) return;
    const [opens, box] = button(label, "Menu");
    opens.classList.add("drawer-opens");
    const side = document.querySelector(".md-sidebar--primary");
    box.addEventListener("change", () => { if (box.checked) setTimeout(() => [...side.querySelectorAll("a, button")].find((stop) => getComputedStyle(stop).visibility === "visible").focus(), 50); });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      opens.click();
      opens.focus();
    });
    for (const branch of document.querySelectorAll(".md-nav__list label[for]")) button(branch);
  }

  function contents() {
    const links = new Map([...document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href*='#']")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    if (!headings.length || !window.IntersectionObserver) return;
    const watch = new IntersectionObserver(() => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      for (const link of links.values()) link.classList.remove("here");
      const here = passed.length && links.get(passed[passed.length - 1].id);
      if (here) here.classList.add("here");
    }, { rootMargin: "0px 0px -66% 0px" });
    for (const heading of headings) watch.observe(heading);
  }

  /* As with the theme: it shows while the reader scrolls back. */
  function top() {
    const up = document.querySelector("[data-md-component=top]");
    if (!up) return;
    let before = scrollY;
    addEventListener("scroll", () => {
      up.hidden = !(scrollY > innerHeight && scrollY < before);
      before = scrollY;
    }, { passive: true });
    up.addEventListener("click", () => scrollTo(0, 0));
  }
})();
