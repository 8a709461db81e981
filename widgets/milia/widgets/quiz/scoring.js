/**
 * What a response earns, looked up in the item's table of parts and added up; null for a response
 * that does not place every element of the table exactly once.
 */
function outcomeOf(item, response) {
  const placed = PLACING[item.type].placements(item, response);
  const parts = placed.map(([element, place]) =>
    item.parts.find((part) => part.element === element && part.place === place));
  const elements = new Set(item.parts.map((part) => part.element));
  if (!response.length || parts.includes(undefined)) return null;
  if (placed.length !== elements.size || new Set(placed.map(([e]) => e)).size !== elements.size) return null;
  const best = (element) =>
    Math.max(...item.parts.filter((part) => part.element === element).map((part) => part.points));
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const possible = [...elements].reduce((sum, element) => sum + best(element), 0);
  return { points, possible, success: points === possible, parts };
}
