/** What the lab is made of: legends, boxes, tables; the slices on paper; two fingers on a drawing. */
const STILLS = [0, 3, 6]; // per cent: what paper shows

const text = (tag, textContent, className = "") => make(tag, { textContent, className });
const list = (lines) => make("ul", {}, ...lines.map((line) => make("li", {}, ...[line].flat())));
const folded = (summary, ...inside) => make("details", {}, text("summary", summary), ...inside);
const tissuesOf = ({ tissues }) => key(tissues, "milia-squeeze-tissue");
const scaleOf = ({ scale }) => key(scale, "milia-squeeze-scale");

/** A legend; a drawing takes its colors from it. */
function key(names, className) {
  return make("ul", { className: `milia-squeeze-key ${className}` }, ...names.map((name, at) => {
    const swatch = make("i");
    swatch.dataset.kind = at;
    return make("li", {}, swatch, name);
  }));
}

/** Sentences of one kind; a note stands behind the sentence it is about. */
function boxOf([title, lead, lines]) {
  const said = lines.map(([line, note]) => (note ? [line, " ", text("small", `(${note})`)] : line));
  return make("section", {}, text("h4", title), ...(lead ? [text("p", lead)] : []), list(said));
}

function tableOf([heads, rows]) {
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((textContent) => make("th", { textContent, scope: "col" })))),
    make("tbody", {}, ...rows.map(([head, ...cells]) => make("tr", {}, make("th", { textContent: head, scope: "row" }),
      ...cells.map((textContent) => make("td", { textContent }))))));
}

/** Every case at three pinches, in layers and, where it is pinched, in stress. */
function printSlices(prints, words, laid, levelOf) {
  const tissues = tissuesOf(words), scale = scaleOf(words);
  prints.append(tissues, text("p", words.legend), scale);
  const look = lookOf(tissues, scale, "#2a1f2d", "#fff");
  for (const { name, states } of words.panels) {
    for (const { case: kind, choice, pressed } of states) {
      const flows = laid.head.cases[kind].contents === "fluid";
      prints.append(text("h4", choice ? `${name}: ${choice}` : name), text("p", flows ? `${pressed} ${words.beside}` : pressed));
      prints.append(make("div", {}, ...[false, true].flatMap((stressed) => STILLS.slice(stressed).map((pinch) => {
        const canvas = make("canvas");
        size(canvas, 480);
        drawSlice(laid, canvas, kind, pinch / 100, { ...look, stressed });
        return make("figure", {}, canvas, text("figcaption", `${levelOf(pinch)}: ${stressed ? words.stress : words.tissue}`));
      }))));
    }
  }
}

/** Two fingers on a drawing: by what share of their distance they have come nearer. */
function pinchable(stage, { begin, move, end }) {
  const touches = new Map();
  let apart = 0;
  const distance = () => { const [a, b] = [...touches.values()]; return Math.hypot(a[0] - b[0], a[1] - b[1]); };
  const lift = ({ pointerId }) => { if (touches.delete(pointerId) && touches.size === 1) end(); };
  stage.addEventListener("pointerdown", ({ pointerId, pointerType, clientX, clientY, target }) => {
    if (pointerType !== "touch" || target.tagName !== "CANVAS") return;
    touches.set(pointerId, [clientX, clientY]);
    if (touches.size === 2) { apart = distance(); begin(); }
  });
  stage.addEventListener("pointermove", ({ pointerId, clientX, clientY }) => {
    if (!touches.has(pointerId)) return;
    touches.set(pointerId, [clientX, clientY]);
    if (touches.size === 2 && apart) move((apart - distance()) / apart);
  });
  for (const kind of ["pointerup", "pointercancel"]) stage.addEventListener(kind, lift);
}
