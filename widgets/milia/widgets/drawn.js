// What every drawing needs; joined in front of the scripts of those widgets that draw.

/** Dress the page in a style sheet, once: in the markup, a page with a strict policy refuses it. */
function dress(text) {
  if (document.adoptedStyleSheets.some((sheet) => sheet.milia === text)) return;
  const sheet = Object.assign(new CSSStyleSheet(), { milia: text });
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Read a drawing from its markup; its styles are taken out of it and set by script. */
function drawn(source) {
  const bare = source
    .replace(/<style>(.*?)<\/style>/s, (_, sheet) => { dress(sheet); return ""; })
    .replaceAll(' style="', ' data-style="');
  const parsed = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  for (const node of svg.querySelectorAll("[data-style]")) node.style.cssText = node.dataset.style;
  return svg;
}
