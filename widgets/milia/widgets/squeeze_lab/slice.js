/** Drawing a slice: half of it once, as one path for each color, then painted on both sides. */
const WIDE = 2.8, HIGH = 0.9, DEEP = 1.8; // mm that are shown, from the middle and from the surface
const EDGES = [0.9, 1.1, 1.5, 2]; // times healthy skin: where a color ends
const TISSUES = ["epidermis", "dermis", "fat", "wall", "fluid", "solid", "finger"];
const INSIDE = ["slip", "core"];
const TURN = 65536; // two points as one number

/** The solution with room for what is worked out of it, and what is always the same. */
function laidOut(text, finger) {
  const solved = unpack(text), { head, arrays } = solved, { healthy, bump, layer } = arrays;
  const onTop = [], middle = [], inside = new Set(outline(solved, (k) => INSIDE.includes(head.layers[layer[k]])).flat());
  for (let i = 0; i < healthy.length / 2; i++) {
    if (healthy[2 * i + 1] === 0 && healthy[2 * i] * head.unit >= finger) onTop.push(i);
    if (bump[2 * i] === 0) middle.push(i);
  }
  onTop.sort((a, b) => healthy[2 * a] - healthy[2 * b]);
  middle.sort((a, b) => bump[2 * b + 1] - bump[2 * a + 1]);
  const room = (size) => new Float32Array(size);
  return {
    ...solved, onTop, apex: middle[0], ceiling: middle.find((i) => inside.has(i)), shapes: new Map(), calmAt: -1,
    points: room(healthy.length), stress: room(3 * layer.length), calm: room(3 * layer.length), times: room(layer.length),
    corners: room(3 * layer.length), sums: room(3 * healthy.length), counts: room(3 * healthy.length), // six layers
  };
}

/** The outlines of the triangles that are in, as rings of points: edges that one triangle has alone. */
function outline({ arrays: { triangles, layer } }, isIn) {
  const edges = new Set(), after = new Map(), rings = [];
  for (let k = 0; k < layer.length; k++) {
    for (let i = 0; i < 3 && isIn(k); i++) {
      const a = triangles[3 * k + i], b = triangles[3 * k + (i + 1) % 3];
      if (!edges.delete(b * TURN + a)) edges.add(a * TURN + b);
    }
  }
  for (const edge of edges) after.set(edge >> 16, [...(after.get(edge >> 16) ?? []), edge & (TURN - 1)]);
  for (const first of after.keys()) {
    const ring = [];
    for (let at = first; after.get(at)?.length; at = after.get(at).pop()) ring.push(at);
    if (ring.length) rings.push(ring);
  }
  return rings;
}

/** What never changes of a kind of slice: the rings of each tissue, and the triangles to compare. */
function shapesOf(laid, name) {
  const { head, shapes, arrays: { triangles, layer, over, bump } } = laid;
  const { contents, opening } = head.cases[name], kind = contents + opening;
  if (!shapes.has(kind)) {
    const tissue = (k) => {
      const of = head.layers[layer[k]];
      if (over[k] > 0 && over[k] <= opening) return "";
      if (contents === "skin") return of === "epidermis" || of === "fat" ? of : "dermis";
      return INSIDE.includes(of) ? contents : of;
    };
    const isSkin = (k) => ["epidermis", "dermis", "wall"].includes(tissue(k));
    const isSeen = (k) => [0, 1, 2].some((i) => bump[2 * triangles[3 * k + i]] * head.unit < WIDE + 0.3);
    shapes.set(kind, {
      tissues: TISSUES.slice(0, -1).map((own) => outline(laid, (k) => tissue(k) === own)),
      skin: outline(laid, isSkin),
      compared: [...layer.keys()].filter((k) => isSkin(k) && isSeen(k)),
    });
  }
  return shapes.get(kind);
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

/** Values of triangles as values of their corners, each layer for itself, so that bands are smooth. */
function atCorners({ arrays: { triangles, layer }, corners, sums, counts, points }, times, compared) {
  const count = points.length / 2;
  sums.fill(0);
  counts.fill(0);
  for (const k of compared) {
    for (let i = 3 * k; i < 3 * k + 3; i++) {
      const at = layer[k] * count + triangles[i];
      sums[at] += times[k];
      counts[at]++;
    }
  }
  for (const k of compared) {
    for (let i = 3 * k; i < 3 * k + 3; i++) corners[i] = sums[layer[k] * count + triangles[i]] / counts[layer[k] * count + triangles[i]];
  }
  return corners;
}

/** Add to a path the part of a triangle whose values reach an edge of the scale. */
function cutFrom(path, edge, points, triangles, k, corners) {
  let begun = false;
  for (let i = 0; i < 3; i++) {
    const p = 3 * k + i, q = i === 2 ? p - 2 : p + 1, a = 2 * triangles[p], b = 2 * triangles[q];
    const isIn = corners[p] >= edge;
    if (isIn) {
      if (begun) path.lineTo(points[a], points[a + 1]);
      else path.moveTo(points[a], points[a + 1]);
      begun = true;
    }
    if (isIn === corners[q] >= edge) continue;
    const way = (edge - corners[p]) / (corners[q] - corners[p]);
    const x = points[a] + way * (points[b] - points[a]), y = points[a + 1] + way * (points[b + 1] - points[a + 1]);
    if (begun) path.lineTo(x, y);
    else path.moveTo(x, y);
    begun = true;
  }
}

/** Rings as a path; as lines they leave out the middle, where the two halves meet. */
function ringPath(rings, points, asLines) {
  const path = new Path2D(), isMiddle = (at) => points[2 * at] < 1e-6;
  const go = (how, at) => path[how](points[2 * at], points[2 * at + 1]);
  for (const ring of rings) {
    go("moveTo", ring.at(-1));
    ring.forEach((at, i) => go(asLines && isMiddle(at) && isMiddle(ring.at(i - 1)) ? "moveTo" : "lineTo", at));
  }
  return path;
}
