/**
 * The frozen solution, read as Python's reader reads it: a count of bytes, so many bytes of JSON,
 * then arrays. Everything is kept in typed arrays that are made once.
 */
const KINDS = { int16: Int16Array, int8: Int8Array, uint16: Uint16Array, uint8: Uint8Array };

function unpack(text) {
  const { buffer } = Uint8Array.from(atob(text.split(",")[1]), (letter) => letter.charCodeAt(0));
  const size = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, size)));
  const arrays = {};
  for (const [name, { kind, start, shape }] of Object.entries(head.arrays).sort()) {
    const found = new KINDS[kind](buffer, 4 + size + start, shape[0] * (shape[1] ?? 1));
    const whole = name.replace("-finer", ""); // sorted, it comes after the modes it goes on with
    arrays[whole] = name.includes("-") ? Float32Array.of(...(arrays[whole] ?? []), ...found) : found;
  }
  return { head, arrays };
}

/** The share of the way between two rows, and the first of them. */
function between(place, rows) {
  const at = Math.min(Math.max(place, 0), rows - 1), low = Math.min(Math.floor(at + 1e-9), rows - 2);
  return [low, at - low];
}

/** A field ("moved" in mm, or "stress") of a case at a pinch (a share), written into `out`. */
function fieldAt({ head, arrays }, name, field, pinch, out) {
  const rows = head.cases[name][field], [low, share] = between(pinch / head.step, rows.length);
  const modes = arrays[`${name}-${field}`];
  out.fill(0);
  rows[low].forEach((first, k) => {
    const weight = first + share * (rows[low + 1][k] - first), from = k * out.length;
    for (let i = 0; i < out.length; i++) out[i] += weight * modes[from + i];
  });
  return out;
}

/** Stress in each triangle as a multiple of healthy skin at the same spot, into `out`. */
function timesHealthy(solved, ours, calm, pinch, out) {
  const { floor, scale, step } = solved.head, [low, share] = between(pinch / step, floor.length);
  const least = floor[low] + share * (floor[low + 1] - floor[low]);
  const mises = (parts, i) => Math.sqrt(0.75 * parts[i] ** 2 + 3 * parts[i + 1] ** 2 + parts[i + 2] ** 2);
  for (let k = 0; k < out.length; k++) out[k] = Math.min(mises(ours, 3 * k) / Math.max(mises(calm, 3 * k), least), scale);
  return out;
}

/** A row of few numbers, whose first stands at the pinch `first` (0, or a step), at a pinch. */
function rowAt({ head }, row, first, pinch) {
  const [low, share] = between((pinch - first) / head.step, row.length);
  return row[low] + share * (row[low + 1] - row[low]);
}
