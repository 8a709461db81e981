/** Drawing a slice: half of it once, as one path for each color, then painted on both sides. */
const WIDE = 2.8, HIGH = 0.9, DEEP = 1.8; // mm that are shown, from the middle and from the surface
const EDGES = [0.9, 1.1, 1.5, 2]; // times healthy skin: where a color ends
const TISSUES = ["epidermis", "dermis", "fat", "wall", "fluid", "solid", "finger"];
const INSIDE = ["slip", "core"], NO_VALUES = [0, 0, 0];

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
    corners: new Float32Array(3 * count), sums: new Float32Array(3 * healthy.length),
    counts: new Uint8Array(3 * healthy.length), seams: new Map(),
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

/** Where one kind of thing meets another, as pairs of points: to be drawn as lines. */
function seamsOf({ head, arrays: { triangles, layer, over, bump }, seams }, name) {
  const { contents, opening } = head.cases[name], kind = `${contents} ${opening}`;
  if (seams.has(kind)) return seams.get(kind);
  const sides = new Map();
  layer.forEach((of, k) => {
    if (over[k] > 0 && over[k] <= opening) return;
    const group = head.layers[of] === "fat" ? 3 : contents !== "skin" && INSIDE.includes(head.layers[of]) ? 9 : 1;
    for (let i = 0; i < 3; i++) {
      const a = triangles[3 * k + i], b = triangles[3 * k + (i + 1) % 3];
      const key = a < b ? a * 65536 + b : b * 65536 + a;
      sides.set(key, (sides.get(key) ?? 0) + group); // two of one kind add up to what no other pair does
    }
  });
  const found = [...sides].filter(([key, sum]) => {
    const a = key >> 16, b = key & 65535;
    return ![2, 6, 18].includes(sum) && !(bump[2 * a] === 0 && bump[2 * b] === 0);
  }).flatMap(([key]) => [key >> 16, key & 65535]);
  seams.set(kind, found);
  return found;
}

/** Values of triangles as values of their corners, each layer for itself, so that bands are smooth. */
function atCorners({ arrays: { triangles, layer }, corners, sums, counts }, times) {
  const points = sums.length / 6; // there are six layers
  sums.fill(0);
  counts.fill(0);
  for (let i = 0; i < triangles.length; i++) {
    const at = layer[(i / 3) | 0] * points + triangles[i];
    sums[at] += times[(i / 3) | 0];
    counts[at]++;
  }
  for (let i = 0; i < triangles.length; i++) {
    const at = layer[(i / 3) | 0] * points + triangles[i];
    corners[i] = sums[at] / counts[at];
  }
  return corners;
}

/** Add to a path the part of a triangle whose values reach an edge of the scale. */
function cutFrom(path, edge, points, at, values) {
  if (Math.max(...values) < edge) return;
  let begun = false;
  const put = (i, j, way) => {
    const a = 2 * at[i], b = 2 * at[j];
    path[begun ? "lineTo" : "moveTo"](points[a] + way * (points[b] - points[a]), points[a + 1] + way * (points[b + 1] - points[a + 1]));
    begun = true;
  };
  for (let i = 0; i < 3; i++) {
    const j = (i + 1) % 3;
    if (values[i] >= edge) put(i, i, 0);
    if (values[i] < edge !== values[j] < edge) put(i, j, (edge - values[i]) / (values[j] - values[i]));
  }
  path.closePath();
}

/** Draw a case at a pinch; `look` is {stressed, tissues, scale, paper, ink}: colors, and which. */
function drawSlice(laid, canvas, name, pinch, look) {
  const { head, arrays: { triangles, layer, over } } = laid;
  const { contents, opening } = head.cases[name];
  const points = pointsAt(laid, name, pinch);
  const isCompared = look.stressed && pinch && contents !== "skin";
  const corners = isCompared ? atCorners(laid, timesAt(laid, name, pinch)) : null;
  const bands = [0, ...EDGES], paths = new Map(bands.map((_, band) => [band, new Path2D()])); // each is painted over those below
  for (let k = 0; k < layer.length; k++) {
    if (over[k] > 0 && over[k] <= opening) continue;
    const at = triangles.subarray(3 * k, 3 * k + 3);
    let key = head.layers[layer[k]];
    if (contents === "skin" && key !== "epidermis" && key !== "fat") key = "dermis";
    if (INSIDE.includes(key)) key = contents;
    else if (look.stressed && key !== "fat") {
      if (corners) {
        const values = corners.subarray(3 * k, 3 * k + 3);
        bands.forEach((edge, band) => cutFrom(paths.get(band), edge, points, at, values));
        continue;
      }
      key = 1;
    }
    if (!paths.has(key)) paths.set(key, new Path2D());
    cutFrom(paths.get(key), 0, points, at, NO_VALUES);
  }
  const lines = new Path2D(), seams = seamsOf(laid, name);
  for (let i = 0; i < seams.length; i += 2) {
    lines.moveTo(points[2 * seams[i]], points[2 * seams[i] + 1]);
    lines.lineTo(points[2 * seams[i + 1]], points[2 * seams[i + 1] + 1]);
  }
  const context = canvas.getContext("2d"), scale = canvas.width / (2 * WIDE);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const hatches = [null, null, null, hatch(context, look.paper, false, scale), hatch(context, look.paper, true, scale)];
  const fingers = fingerOf(laid, points), pore = contents === "fluid" && poreOf(laid, points);
  const tissue = (key) => look.tissues[TISSUES.indexOf(key)];
  for (const side of [1, -1]) {
    context.setTransform(side * scale, 0, 0, -scale, canvas.width / 2, HIGH * scale);
    context.lineWidth = 1.5 / scale;
    context.strokeStyle = look.ink;
    for (const [key, path] of paths) {
      context.fillStyle = typeof key === "number" ? look.scale[key] : tissue(key);
      context.fill(path);
      if (hatches[key]) { context.fillStyle = hatches[key]; context.fill(path); }
    }
    context.stroke(lines);
    if (pore) { context.fillStyle = tissue("fluid"); context.fill(pore); }
    context.fillStyle = tissue("finger");
    context.fill(fingers);
    context.stroke(fingers);
  }
}

/** A fingertip on the skin, sketched. */
function fingerOf({ onTop }, points) {
  const path = new Path2D(), [x, y] = [points[2 * onTop[0]], points[2 * onTop[0] + 1]];
  path.moveTo(WIDE + 1, 0.87);
  path.lineTo(x + 0.75, 0.87);
  path.bezierCurveTo(x - 0.05, 0.87, x - 0.2, y + 0.25, x, y);
  for (const i of onTop) path.lineTo(points[2 * i], points[2 * i + 1]);
  path.lineTo(WIDE + 1, 0.87);
  return path;
}

/** The pore, which in the model is no place but a way out: drawn by us. */
function poreOf({ apex, ceiling }, points) {
  const path = new Path2D();
  path.rect(0, points[2 * ceiling + 1] - 0.03, 0.065, points[2 * apex + 1] - points[2 * ceiling + 1] + 0.05);
  return path;
}
