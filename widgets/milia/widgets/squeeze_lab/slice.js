/** Drawing a slice: half of it once, as one path for each color, then painted on both sides. */
const WIDE = 3.4, HIGH = 0.95, DEEP = 2; // mm that are shown, from the middle and from the surface
const EDGES = [0.9, 1.1, 1.5, 2]; // times healthy skin: where a color ends
const TISSUES = ["epidermis", "dermis", "fat", "wall", "fluid", "solid", "finger"];
const INSIDE = ["slip", "core"];

/** The solution with room for what is worked out of it, and what is always the same. */
function laidOut(text, finger) {
  const solved = unpack(text), { head, arrays } = solved;
  const { healthy, bump, triangles, layer } = arrays, count = layer.length;
  const inside = new Set();
  layer.forEach((of, k) => {
    if (INSIDE.includes(head.layers[of])) for (let i = 0; i < 3; i++) inside.add(triangles[3 * k + i]);
  });
  const onTop = [], middle = [];
  for (let i = 0; i < healthy.length / 2; i++) {
    if (healthy[2 * i + 1] === 0 && healthy[2 * i] * head.unit >= finger) onTop.push(i);
    if (bump[2 * i] === 0) middle.push(i);
  }
  onTop.sort((a, b) => healthy[2 * a] - healthy[2 * b]);
  middle.sort((a, b) => bump[2 * b + 1] - bump[2 * a + 1]);
  return {
    ...solved, onTop, apex: middle[0], ceiling: middle.find((i) => inside.has(i)),
    points: new Float32Array(healthy.length), stress: new Float32Array(3 * count),
    calm: new Float32Array(3 * count), times: new Float32Array(count), calmAt: -1,
  };
}

/** Where every point of a case is at a pinch, in mm. */
function pointsAt(laid, name, pinch) {
  const { head, arrays, points } = laid;
  const at = head.cases[name].contents === "skin" ? arrays.healthy : arrays.bump;
  fieldAt(laid, name, "moved", pinch, points);
  for (let i = 0; i < points.length; i++) points[i] += at[i] * head.unit;
  return points;
}

/** Stress of a case at a pinch; healthy skin is worked out once for all that are compared. */
function timesAt(laid, name, pinch) {
  if (laid.calmAt !== pinch) fieldAt(laid, "healthy", "stress", laid.calmAt = pinch, laid.calm);
  fieldAt(laid, name, "stress", pinch, laid.stress);
  return timesHealthy(laid, laid.stress, laid.calm, pinch, laid.times);
}

/** The colors of a legend, as the page's theme has them. */
function colorsOf(legend) {
  return [...legend.querySelectorAll("i")].map((swatch) => getComputedStyle(swatch).backgroundColor);
}

/** Lines over a color, so that it is not told by color alone. */
function hatch(context, color, crossed, scale) {
  const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const pen = tile.getContext("2d");
  pen.strokeStyle = color;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    if (crossed) { pen.moveTo(shift, 0); pen.lineTo(shift + 8, 8); }
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

/** Draw a case at a pinch; `look` is {stressed, tissues, scale, paper, ink}: colors, and which. */
function drawSlice(laid, canvas, name, pinch, look) {
  const { head, arrays: { triangles, layer, over } } = laid;
  const { contents, opening } = head.cases[name];
  const points = pointsAt(laid, name, pinch);
  const times = look.stressed && pinch && contents !== "skin" ? timesAt(laid, name, pinch) : null;
  const paths = new Map();
  const pathOf = (key) => paths.get(key) ?? (paths.set(key, new Path2D()), paths.get(key));
  for (let k = 0; k < layer.length; k++) {
    if (over[k] > 0 && over[k] <= opening) continue;
    let key = head.layers[layer[k]];
    if (contents === "skin" && key !== "epidermis" && key !== "fat") key = "dermis";
    if (INSIDE.includes(key)) key = contents;
    else if (look.stressed && key !== "fat") key = times ? EDGES.filter((edge) => times[k] >= edge).length : 1;
    const path = pathOf(key), a = 2 * triangles[3 * k], b = 2 * triangles[3 * k + 1], c = 2 * triangles[3 * k + 2];
    path.moveTo(points[a], points[a + 1]);
    path.lineTo(points[b], points[b + 1]);
    path.lineTo(points[c], points[c + 1]);
    path.closePath();
  }
  const context = canvas.getContext("2d"), scale = canvas.width / (2 * WIDE);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const lines = [null, null, null, hatch(context, look.paper, false, scale), hatch(context, look.paper, true, scale)];
  const fingers = fingerOf(laid, points), pore = contents === "fluid" && poreOf(laid, points);
  const tissue = (key) => look.tissues[TISSUES.indexOf(key)];
  for (const side of [1, -1]) {
    context.setTransform(side * scale, 0, 0, -scale, canvas.width / 2, HIGH * scale);
    context.lineWidth = 1.5 / scale;
    for (const [key, path] of paths) {
      context.fillStyle = typeof key === "number" ? look.scale[key] : tissue(key);
      context.fill(path);
      if (lines[key]) { context.fillStyle = lines[key]; context.fill(path); }
    }
    context.strokeStyle = look.ink;
    if (pore) { context.fillStyle = tissue("fluid"); context.fill(pore); }
    context.fillStyle = tissue("finger");
    context.fill(fingers);
    context.stroke(fingers);
  }
}

/** A fingertip on the skin, sketched. */
function fingerOf({ onTop }, points) {
  const path = new Path2D(), [x, y] = [points[2 * onTop[0]], points[2 * onTop[0] + 1]];
  path.moveTo(WIDE + 1, 0.92);
  path.lineTo(x + 0.75, 0.92);
  path.bezierCurveTo(x - 0.05, 0.92, x - 0.2, y + 0.25, x, y);
  for (const i of onTop) path.lineTo(points[2 * i], points[2 * i + 1]);
  path.lineTo(WIDE + 1, 0.92);
  return path;
}

/** The pore, which in the model is no place but a way out: drawn by us. */
function poreOf({ apex, ceiling }, points) {
  const path = new Path2D();
  path.rect(0, points[2 * ceiling + 1] - 0.03, 0.065, points[2 * apex + 1] - points[2 * ceiling + 1] + 0.05);
  return path;
}
