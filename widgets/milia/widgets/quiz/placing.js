/**
 * How a response places the elements of an item, and how that is said: the same ways as Python's.
 *
 * @typedef Placing
 * @property {(item, response: string[]) => string[][]} placements  [element, place] of each id
 * @property {(part) => string} choiceOf  the choice that a part of the table is about
 * @property {(item, part) => string} nameOf  the part in words
 */

const find = (list, wanted) => list?.find(({ id }) => id === wanted)?.text ?? "something not offered any more";
const textOf = (item, choice) => find([...item.choices, ...(item.rules ?? [])], choice);

/** The item itself is placed on a choice. */
const onOne = {
  placements: (item, response) => response.map((choice) => [item.id, choice]),
  choiceOf: (part) => part.place,
  nameOf: (item, part) => textOf(item, part.place),
};

/** Every choice is placed among the chosen or left out; what is no choice is placed too. */
const chosenOrLeft = {
  placements(item, response) {
    const ids = item.choices.map((choice) => choice.id);
    const strays = response.filter((id) => !ids.includes(id));
    return [
      ...ids.map((id) => [id, response.includes(id) ? "chosen" : "left"]),
      ...strays.map((id) => [id, "chosen"]),
    ];
  },
  choiceOf: (part) => part.element,
  nameOf: (item, part) => textOf(item, part.element),
};

/** Each choice is put in a place, as in "pearl:milium"; the item's own place is a rule. */
const inPlace = {
  placements: (item, response) => response.map((said) => {
    const [element, ...place] = said.split(":");
    return [element, place.join(":")];
  }),
  choiceOf: (part) => part.element,
  nameOf: (item, part) => (part.element === item.id ? textOf(item, part.place)
    : `${textOf(item, part.element)}: ${find(item.places, part.place)}`),
};

/** Each choice stands where it stands in the response. */
const inOrder = {
  placements: (item, response) => response.map((choice, at) => [choice, String(at + 1)]),
  choiceOf: (part) => part.element,
  nameOf: (item, part) => `${part.place}. ${textOf(item, part.element)}`,
};

const PLACING = {
  "single-choice": onOne,
  predict: onOne,
  hotspot: onOne,
  "multiple-choice": chosenOrLeft,
  "spot-error": chosenOrLeft,
  order: inOrder,
  sort: inPlace,
  match: inPlace,
  label: inPlace,
  compare: inPlace,
};

/** What was said, in words: the choices chosen, or each with its place. */
function said(item, response) {
  const { placements, nameOf } = PLACING[item.type];
  return placements(item, response).filter(([, place]) => place !== "left")
    .map(([element, place]) => nameOf(item, { element, place }));
}
