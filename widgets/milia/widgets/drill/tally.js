/**
 * How the cards went, in this browser and for the learner alone: counts, under a key of its own
 * beside the answers. Erasing them erases it too; no file of answers holds it.
 *
 * @typedef {{cards: number, right: number}} Count
 * @typedef {Record<"all" | "very" | "fairly" | "guess", Count>} Tally  `all` counts every card
 */
const tally = {
  key: `${KEEP}drill`,

  /** Counts of nothing yet. */
  none: () => Object.fromEntries(["all", "very", "fairly", "guess"].map((sure) => [sure, { cards: 0, right: 0 }])),

  /** What is kept; nothing where it is not what we wrote. */
  read() {
    try {
      const found = JSON.parse(localStorage.getItem(tally.key));
      const isCount = (count) => [count?.cards, count?.right].every((n) => Number.isSafeInteger(n) && n >= 0)
        && count.right <= count.cards;
      return Object.keys(tally.none()).every((sure) => isCount(found?.[sure])) ? found : tally.none();
    } catch { return tally.none(); }
  },

  /** The same counts with one card more. */
  plus(counts, { sure, right }) {
    const more = structuredClone(counts);
    for (const of of ["all", sure].filter(Boolean)) {
      more[of].cards += 1;
      more[of].right += Number(right);
    }
    return more;
  },

  /** Keep one card more; whether the browser would. */
  add(card) {
    try {
      localStorage.setItem(tally.key, JSON.stringify(tally.plus(tally.read(), card)));
      return true;
    } catch { return false; }
  },
};
