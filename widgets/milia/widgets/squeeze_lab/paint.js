/** Painting a slice: colors, lines over them, and what is sketched around it. */

/** The colors of a legend, as the page's theme has them. */
function colorsOf(legend) {
  return [...legend.querySelectorAll("i")].map((swatch) => getComputedStyle(swatch).backgroundColor);
}

/** Lines to lay over a color, so that it is not told by color alone. */
function hatched(color, isCrossed) {
  const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const pen = tile.getContext("2d");
  pen.strokeStyle = color;
  pen.lineWidth = 1.2;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    if (isCrossed) { pen.moveTo(shift, 0); pen.lineTo(shift + 8, 8); }
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}

/** All colors of a drawing: those of two legends, of lines, and of the gaps of a hatch. */
function lookOf(tissues, scale, ink, gap) {
  return { tissues: colorsOf(tissues), scale: colorsOf(scale), hatches: [null, null, null, hatched(gap, false), hatched(gap, true)], ink };
}

function size(canvas, wide) {
  Object.assign(canvas, { width: wide, height: Math.round((wide * (HIGH + DEEP)) / (2 * WIDE)) });
}

/** Draw a case at a pinch; `look` is {stressed, tissues, scale, hatches, ink}: colors, and which. */
function drawSlice(laid, canvas, name, pinch, look) {
  const { triangles } = laid.arrays, { contents } = laid.head.cases[name];
  const points = pointsAt(laid, name, pinch), { tissues, skin, compared } = shapesOf(laid, name);
  const layers = tissues.map((rings, at) => [look.tissues[at], ringPath(rings, points)]);
  if (look.stressed) {
    const isCompared = pinch > 0 && contents !== "skin";
    layers.push([look.scale[isCompared ? 0 : 1], ringPath(skin, points)]);
    if (isCompared) {
      const corners = atCorners(laid, timesAt(laid, name, pinch), compared);
      EDGES.forEach((edge, at) => {
        const path = new Path2D();
        for (const k of compared) cutFrom(path, edge, points, triangles, k, corners);
        layers.push([look.scale[at + 1], path], [look.hatches[at + 1], path]);
      });
    }
    layers.push(layers[4], layers[5]); // what lies in the sac, over the skin
  }
  const fingers = fingerOf(laid, points), lines = ringPath([...skin, ...tissues[4], ...tissues[5]], points, true);
  const over = [[look.tissues[6], fingers], ...(contents === "fluid" ? [[look.tissues[4], poreOf(laid, points)]] : [])];
  const paint = ([fill, path]) => { if (fill) { context.fillStyle = fill; context.fill(path); } };
  const context = canvas.getContext("2d"), scale = canvas.width / (2 * WIDE);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const hatch of look.hatches) hatch?.setTransform(new DOMMatrix().scale(1 / scale));
  context.strokeStyle = look.stressed ? look.ink : "#452019"; // the course's line between tissues
  context.lineWidth = 1.5 / scale;
  for (const side of [1, -1]) {
    context.setTransform(side * scale, 0, 0, -scale, canvas.width / 2, HIGH * scale);
    layers.forEach(paint);
    context.stroke(lines);
    over.forEach(paint);
    context.stroke(fingers);
  }
}

/** A fingertip on the skin, sketched. */
function fingerOf({ onTop }, points) {
  const path = new Path2D(), [x, y] = [points[2 * onTop[0]], points[2 * onTop[0] + 1]], top = HIGH - 0.03;
  path.moveTo(WIDE + 1, top);
  path.lineTo(x + 0.75, top);
  path.bezierCurveTo(x - 0.05, top, x - 0.2, y + 0.25, x, y);
  for (const i of onTop) path.lineTo(points[2 * i], points[2 * i + 1]);
  path.lineTo(WIDE + 1, top);
  return path;
}

/** The pore, which in the model is no place but a way out: drawn by us. */
function poreOf({ apex, ceiling }, points) {
  const path = new Path2D(), low = points[2 * ceiling + 1] - 0.03;
  path.rect(0, low, 0.065, points[2 * apex + 1] + 0.02 - low);
  return path;
}
