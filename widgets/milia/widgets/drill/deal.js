const CARDS = 8; // in a round

/** The same things in an order by chance. */
function mixed(things) {
  const left = [...things];
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left;
}

/**
 * The cards of a round: three to five milia, the others as different as can be, none that was
 * dealt lately, and no run that gives the next one away.
 */
function deal(cases, lately) {
  const fresh = (ofMilium) => {
    const all = cases.filter(({ milium }) => milium === ofMilium);
    return [...mixed(all.filter(({ id }) => !lately.includes(id))), ...mixed(all.filter(({ id }) => lately.includes(id)))];
  };
  const milia = 3 + Math.floor(Math.random() * 3);
  const others = [];
  const left = fresh(false);
  while (others.length < CARDS - milia) {
    const often = (kind) => others.filter((one) => one.kind === kind).length;
    const least = Math.min(...left.map(({ kind }) => often(kind)));
    others.push(...left.splice(left.findIndex(({ kind }) => often(kind) === least), 1));
  }
  const cards = [...fresh(true).slice(0, milia), ...others];
  let order = mixed(cards);
  for (let tries = 0; tries < 200 && repeats(order); tries++) order = mixed(cards);
  return order;
}

/** Whether a kind follows itself (a milium twice), or the same drawing comes twice in a row. */
function repeats(order) {
  return order.some((card, at) => {
    const [before, second] = [order[at - 1], order[at - 2]];
    if (!before) return false;
    if (card.picture !== null && card.picture === before.picture) return true;
    return card.kind === before.kind && (!card.milium || card.kind === second?.kind);
  });
}
