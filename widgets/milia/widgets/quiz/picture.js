/**
 * The picture of an item: its drawing, and a spot on each part that is asked about. The spots are
 * for eyes and fingers; for keys and ears the same controls stand beside it, in words.
 */
function pictureOf({ picture }, onPoint) {
  const svg = drawn(picture.svg.replaceAll("@-", `m${Math.random().toString(36).slice(2, 9)}-`));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", picture.alt);
  const spots = new Map(picture.spots.map((spot) => [spot.id, spotOn(spot, onPoint)]));
  const nodes = [...spots.values()].map(({ node }) => node);
  return { node: make("div", { className: "milia-quiz-picture" }, svg, ...nodes), spots };
}

/** One spot: its sign, and the name it was given. */
function spotOn({ id, name, x, y }, onPoint) {
  const given = make("span", { className: "milia-quiz-given" });
  const sign = make("span", { className: "milia-quiz-sign" }, make("b", {}, name.split(" ").at(-1)), given);
  const node = make("button", { type: "button", className: "milia-quiz-spot", tabIndex: -1, "aria-hidden": "true" }, sign);
  Object.assign(node.style, { left: `${x}%`, top: `${y}%` });
  // A name runs towards the middle of the picture, so that it ends inside it.
  node.dataset.side = x < 40 ? "left" : x > 60 ? "right" : "middle";
  node.addEventListener("click", () => onPoint(id));
  return {
    node,

    /** Show what was said of it: a name or that it was chosen, and how that stands. */
    mark({ text = "", chosen = false, outcome = "" }) {
      given.textContent = text;
      node.classList.toggle("milia-quiz-chosen", chosen);
      node.dataset.outcome = outcome;
    },
  };
}

/** The picture, and what is chosen beside it; below it on a phone. */
function besidePicture(picture, ...nodes) {
  return make("div", { className: "milia-quiz-pictured" },
    make("div", {}, picture.node, make("div", { className: "milia-quiz-beside" }, ...nodes)));
}
