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
  const at = make("div", { className: "milia-quiz-at" }, node);
  at.dataset.side = x < 50 ? "left" : "right"; // a name runs outwards, where there is less to see
  at.style.top = `${y}%`;
  at.style.setProperty("--x", `${x < 50 ? 100 - x : x}%`);
  node.addEventListener("click", () => onPoint(id));
  return {
    node: at,

    /** Show what was said of it: a name or that it was chosen, and how that stands. */
    mark({ text = "", chosen = false, outcome = "" }) {
      given.textContent = text;
      node.classList.toggle("milia-quiz-chosen", chosen);
      node.dataset.outcome = outcome;
    },
  };
}

/** The picture, and what is chosen beside it; below it on a phone, and below a wide picture. */
function besidePicture(picture, ...nodes) {
  const { width, height } = picture.node.querySelector("svg").viewBox.baseVal;
  const node = make("div", { className: "milia-quiz-pictured" },
    make("div", {}, picture.node, make("div", {}, ...nodes)));
  node.toggleAttribute("data-wide", width > 2 * height);
  return node;
}
