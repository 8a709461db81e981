/**
 * @typedef {{id: string, of: string, name: string, note: string}} Part
 * @typedef {{name: string, svg: string, alt: string, caption: string, parts: Part[]}} State
 */

const readable = 0.621; // of its full size: from here on the labels of a drawing are over 12 px

/** One more copy of the drawing, with ids of its own; of one bump only, where `whole` is given. */
function drawing(source, whole) {
  const svg = drawn(source);
  const ours = new RegExp(`(^|#|\\s)${svg.dataset.prefix}-`, "g");
  const own = `$1m${Math.random().toString(36).slice(2, 9)}-`;
  for (const node of [svg, ...svg.querySelectorAll("*")]) {
    for (const name of ["id", "href", "aria-labelledby", "fill", "clip-path", "filter"]) {
      const value = node.getAttribute(name);
      if (value) node.setAttribute(name, value.replace(ours, own));
    }
  }
  return whole ? crop(svg, whole) : svg;
}

/** Keep one bump of the drawing, with numbers in place of labels; all bumps in one scale. */
function crop(svg, whole) {
  const boxes = [...svg.attributes].filter(({ name }) => name.startsWith("data-view-"));
  const across = boxes.map(({ value }) => Number(value.split(" ")[2]));
  const view = svg.getAttribute(`data-view-${whole.of}`);
  svg.setAttribute("viewBox", view);
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.removeAttribute("aria-labelledby");
  svg.setAttribute("aria-label", `${whole.name}. ${whole.note}`);
  svg.dataset.form = "crop";
  svg.style.setProperty("--share", Number(view.split(" ")[2]) / Math.max(...across));
  svg.querySelector(":scope > title").textContent = whole.name;
  svg.querySelector(".milia-labels").remove();
  for (const marks of svg.querySelectorAll("[data-of]")) {
    if (marks.dataset.of !== whole.of) marks.remove();
  }
  return svg;
}

/** The parts of one bump as a numbered list. */
function key(parts) {
  return make("ol", {}, ...parts.map((part) =>
    make("li", {}, make("b", { textContent: `${part.name}. ` }), part.note)));
}

/** One bump: its heading, its drawing if it is to have one, and its parts. */
function bump(state, of, withDrawing) {
  const own = state.parts.filter((part) => part.of === of);
  const whole = own.find((part) => part.id === of);
  const words = make("div", {},
    make("p", { className: "milia-figure-name", textContent: whole.name }),
    make("p", { textContent: whole.note }),
    key(own.filter((part) => part !== whole)));
  const node = make("div", { className: "milia-figure-bump" }, words);
  node.dataset.of = of;
  if (withDrawing) words.firstChild.after(drawing(state.svg, whole));
  return node;
}

/** What the figure shows, bump by bump, in the order of its words. */
function groups(state, withDrawing) {
  const shown = new Set(state.parts.map((part) => part.of));
  return make("div", { className: "milia-figure-bumps" },
    ...[...shown].map((of) => bump(state, of, withDrawing)));
}

/** The whole drawing with its labels; the parts in words can be opened. */
function labelled(state) {
  return [
    drawing(state.svg),
    make("details", {},
      make("summary", { textContent: "The parts in words" }),
      groups(state, false)),
  ];
}

/** A drawing for each bump, and one for the healthy skin between them. */
function cropped(state) {
  return [groups(state, true)];
}

function render({ model, el }) {
  /** @type {State} */
  const state = Object.fromEntries(
    ["name", "svg", "alt", "caption", "parts"].map((trait) => [trait, model.get(trait)]));
  const body = make("div");
  const root = make("figure", { className: "milia milia-figure" },
    body, make("figcaption", { textContent: state.caption }));
  const paper = matchMedia("print");
  const wide = readable * Number(drawing(state.svg).getAttribute("width"));
  let opened = false;

  function lay() {
    const form = paper.matches || root.clientWidth >= wide ? "labelled" : "cropped";
    if (root.dataset.form === form) return;
    root.dataset.form = form;
    body.replaceChildren(...(form === "labelled" ? labelled(state) : cropped(state)));
    openList();
  }

  function openList() {
    const details = body.querySelector("details");
    if (details) details.open = paper.matches || opened;
  }

  function turnPage() {
    lay();
    openList();
  }

  // The toggle comes late: a screen that turns right after a click would forget the list.
  body.addEventListener("click", ({ target }) => {
    if (target.matches("summary")) opened = !target.parentElement.open;
  });
  body.addEventListener("toggle", (event) => {
    if (!paper.matches) opened = event.target.open;
  }, true);
  paper.addEventListener("change", turnPage);
  settle(root, model);
  el.append(root);
  lay();
  const observer = new ResizeObserver(lay);
  observer.observe(root);
  return () => {
    observer.disconnect();
    paper.removeEventListener("change", turnPage);
  };
}

export default { render };
