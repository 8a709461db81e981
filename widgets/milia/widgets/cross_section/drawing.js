/** The name of a drawing; only the milium has several sizes. */
function keyOf(kind, { site, size, view }) {
  return kind === "milium" ? `${kind} ${site} ${size} ${view}` : `${kind} ${site} ${view}`;
}

/** Put together the drawing of this name, with ids of its own, or nothing where none fits. */
function drawBump(state, key) {
  const found = state.drawings[key];
  if (!found) return null;
  const own = `m${Math.random().toString(36).slice(2, 9)}`;
  const body = found.made.map((piece) => state.pieces[piece]).join("").replaceAll("@-", `${own}-`);
  const svg = drawn(`<svg xmlns="http://www.w3.org/2000/svg" class="milia-section" viewBox="${found.box}" role="img">${body}</svg>`);
  svg.style.setProperty("--band", found.band);
  // What is only there to be pointed at ends at the surface.
  for (const zone of svg.querySelectorAll("ellipse.milia-zone")) zone.setAttribute("clip-path", `url(#${own}-flesh)`);
  return { svg, own, ...found };
}

/** Show or hide the hair and the sheet of paper, which lie below the skin. */
function showCompanions(drawing, shown) {
  drawing.svg.setAttribute("viewBox", shown ? drawing.tall : drawing.box);
  for (const thing of drawing.svg.querySelectorAll(".milia-companion")) thing.style.display = shown ? "" : "none";
}

const near = 24; // px: a tiny part is meant when a finger comes as near as this

/** The part of a drawing that is pointed at: a tiny one close by, or else what lies there. */
function partAt(drawing, { clientX, clientY, target }) {
  const screen = drawing.svg.getScreenCTM();
  const away = ([x, y]) => {
    const at = new DOMPoint(x, y).matrixTransform(screen);
    return Math.hypot(at.x - clientX, at.y - clientY);
  };
  const there = target.closest("[data-part]")?.dataset.part ?? "";
  const tiny = Object.keys(drawing.at).filter((part) => away(drawing.at[part]) < near)
    .sort((a, b) => away(drawing.at[a]) - away(drawing.at[b]));
  return tiny[0] ?? there;
}
