/**
 * Words explained on demand. Each chip is a native `details`: the browser opens and closes it,
 * by pointer, keyboard or find-in-page, and says so to a screen reader.
 *
 * @typedef State
 * @property {{id: string, term: string, say: string, definition: string, also: string}[]} words
 */

let groups = 0;

/** One chip; the words "show" and "hide" are for the eye, as the ear is told by the browser. */
function chip({ term, say, definition, also }) {
  const hint = (text) =>
    make("span", { className: `milia-term-${text}`, textContent: text, ariaHidden: "true" });
  return make("details", {},
    make("summary", {}, make("span", { textContent: term }), hint("show"), hint("hide")),
    make("div", { className: "milia-term-words" },
      make("p", { className: "milia-term-say" }, "Say: ", say),
      make("p", { textContent: definition }),
      ...(also ? [make("p", { className: "milia-term-also", textContent: also })] : [])));
}

function render({ model, el }) {
  const words = model.get("words");
  const title = make("p", {
    id: `milia-term-${++groups}`,
    className: "milia-term-title",
    textContent: words.length > 1 ? "Words to know" : "A word to know",
  });
  const chips = words.map(chip);
  const root = make("div", { className: "milia milia-term", role: "group" },
    title, make("div", { className: "milia-term-row" }, ...chips));
  root.setAttribute("aria-labelledby", title.id);
  settle(root, model);

  // Paper cannot be opened: print every definition, and leave the screen as it was.
  const paper = matchMedia("print");
  let opened = chips.map(() => false);
  function turnPage() {
    if (paper.matches) opened = chips.map((node) => node.open);
    chips.forEach((node, at) => { node.open = paper.matches || opened[at]; });
  }
  paper.addEventListener("change", turnPage);

  el.append(root);
  return () => { paper.removeEventListener("change", turnPage); root.remove(); };
}

export default { render };
