/* Light, dark, or as the device says. The choice of the reader alone is kept, in this browser, and leaving forgets it. */
(() => {
  "use strict";
  const KEY = "scheme";
  const DARK = "(prefers-color-scheme: dark)";
  const AS_DEVICE = "(prefers-color-scheme)";
  /* Paper is white. */
  const ALWAYS = { [DARK]: "screen", "(prefers-color-scheme: light)": "not all" };
  let rules;
  try {
    rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media && rule.media.mediaText === DARK);
  } catch { /* a page that was opened from a folder may not look into its styles: it follows the device */ }
  let chosen = null;
  try { chosen = localStorage.getItem(KEY); } catch { /* storage is off */ }
  const show = (media) => { for (const rule of rules) rule.media.mediaText = ALWAYS[media] || DARK; };
  if (rules && chosen) show(chosen); // before the first picture: the styles are here, the text is not

  addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-md-component=palette]");
    if (!form || !rules) return;
    const options = [...form.elements];
    /* The sign of the choice leads to the next one. */
    const tell = () => { for (const option of options) option.nextElementSibling.hidden = !option.checked; };
    (options.find((option) => option.dataset.mdColorMedia === chosen) || options[0]).checked = true;
    tell();
    form.addEventListener("change", () => {
      tell();
      const media = options.find((option) => option.checked).dataset.mdColorMedia;
      show(media);
      try {
        if (media === AS_DEVICE) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, media);
      } catch { /* storage is off: the choice holds for this page */ }
    });
  });
})();
