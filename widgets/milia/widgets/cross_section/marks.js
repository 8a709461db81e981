/**
 * Mark a part in its drawing: an outline in the bump's own line (solid, dotted or dashed), a
 * hatch over it, and a thin veil over all else. So it is told by shape and pattern, not by colour.
 */

const svgName = "http://www.w3.org/2000/svg";
const outlines = ".milia-rim, .milia-wall, .milia-tube, .milia-plug, .milia-gland, .milia-zone";

function shape(tag, attributes = {}, ...children) {
  const node = document.createElementNS(svgName, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style") node.style.cssText = value; // as an attribute, a strict page refuses it
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** The outlines of a part, free of all paint: a wall or a roof is a band, the rest are areas. */
function outlinesOf(drawing, part) {
  const group = drawing.svg.querySelector(`[data-part="${part}"]`);
  const found = [...group.querySelectorAll(outlines)];
  return (found.length ? found : [group.querySelector("ellipse")]).map((node) => {
    const copy = node.cloneNode();
    for (const name of ["id", "class", "fill", "stroke", "filter", "style", "clip-path"]) copy.removeAttribute(name);
    return copy;
  });
}

/** Take the mark of a drawing away. */
function unmark(drawing) {
  for (const old of drawing.svg.querySelectorAll(".milia-cross-mark")) old.remove();
}

/** Mark the part that plays this role; where there is none, all lies under the veil. */
function mark(drawing, role, part) {
  const id = (name) => `${drawing.own}-mark-${name}`;
  const [x, y, width, height] = drawing.tall.split(" ");
  const all = { x, y, width, height };
  const tiny = drawing.at[part];
  const marked = !part ? [] : tiny
    ? [shape("circle", { cx: tiny[0], cy: tiny[1], class: "milia-cross-ring" })]
    : outlinesOf(drawing, part);
  // The skin around a bump is not the bump.
  const sac = role === "skin" ? outlinesOf(drawing, part.replace("-skin", "-wall")) : [];
  const painted = (nodes, attributes) =>
    shape("g", attributes, ...nodes.map((node) => node.cloneNode()));
  const mask = (name, ground, inside, ofSac) => shape("mask", { id: id(name), maskUnits: "userSpaceOnUse", ...all },
    shape("rect", { ...all, fill: ground }),
    painted(marked, { class: "milia-cross-within", style: `--paint: ${inside}` }),
    painted(sac, { fill: ofSac }));
  const clip = { "clip-path": `url(#${drawing.own}-${role === "skin" ? "flesh" : "slab"})` };

  const layers = [
    mask("in", "#000", "#fff", "#000"), mask("out", "#fff", "#000", "#fff"), mask("edge", "#fff", "#000", "#000"),
    shape("pattern", {
      id: id("hatch"), width: 13, height: 13, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
    }, shape("rect", { width: 2.2, height: 13, class: "milia-cross-hatch" })),
    shape("g", { "clip-path": `url(#${drawing.own}-flesh)` },
      shape("rect", { ...all, class: "milia-cross-veil", mask: `url(#${id("out")})` })),
    ...(tiny ? [] : [shape("g", clip,
      shape("rect", { ...all, fill: `url(#${id("hatch")})`, mask: `url(#${id("in")})` }))]),
    shape("g", { ...(tiny ? {} : clip), mask: `url(#${id("edge")})` },
      painted(marked, { class: "milia-cross-halo" }), painted(marked, { class: "milia-cross-line" })),
  ];
  const form = role === "roof" || role === "wall" ? "band" : "area";
  drawing.svg.querySelector(`#${drawing.own}-scene`).after(
    shape("g", { class: "milia-cross-mark", "data-form": form, "data-role": role }, ...layers));
}
