/** Before and after: each wrong idea of the pre-test, as the learner saw it then and sees it now. */

const CHANGE = {
  left: "You see this in a new way now",
  still: "Worth another look",
  came: "Worth another look",
  never: "You did not think so, then or now",
};

/** What was thought of a wrong idea; null until its pairs of items are answered, both of each. */
function change({ pairs }, answers) {
  if (!pairs.length || !pairs.every(({ before, after }) => answers[before] && answers[after])) return null;
  const then = pairs.some((pair) => answers[pair.before].first.response.some((id) => pair.then.includes(id)));
  const now = pairs.some((pair) => answers[pair.after].response.some((id) => pair.now.includes(id)));
  return then ? (now ? "still" : "left") : now ? "came" : "never";
}

function beforeAfter(page) {
  const { beliefs, answers, words } = page;
  const rows = beliefs.map((belief) => ({ belief, change: change(belief, answers) }));
  const of = (...kinds) => rows.filter((row) => kinds.includes(row.change)).map((row) => oneBelief(row, page));
  const [held, never] = [of("still", "came", "left"), of("never")];
  return [
    ...(held.length || never.length ? [] : [make("p", { textContent: words["before-and-after"].empty })]),
    ...missing(page),
    ...(held.length ? [make("ul", {}, ...held)] : []),
    ...(never.length ? [page.fold("never",
      `${inWords(never.length, held.length ? "more idea" : "idea")} you did not hold, then or now`, make("ul", {}, ...never))] : []),
  ];
}

/** What was said to the items of the pairs, then or now; where it was the wrong idea, that alone. */
function saidIn(pairs, { key, ids, answer }, so, { answers, byKey }) {
  const response = (pair) => answer(answers[pair[key]]).response;
  const shown = so ? pairs.filter((pair) => response(pair).some((id) => pair[ids].includes(id))) : pairs;
  const texts = shown.map((pair) => said(byKey[pair[key]], response(pair)).join("; ").replace(/^"(.*)"$/, "$1"));
  return [...new Set(texts)].map((text) => `“${text}”`).join(" and ");
}

const THEN = { key: "before", ids: "then", answer: ({ first }) => first, name: "Then. ", so: "You thought so. ", not: "You thought otherwise. " };
const NOW = { key: "after", ids: "now", answer: (answer) => answer, name: "Now. ", so: "You think so. ", not: "You think otherwise. " };

function oneBelief({ belief, change: kind }, page) {
  const line = (when, so) => make("p", {}, make("strong", { textContent: when.name }),
    so ? when.so : when.not, "You said: ", saidIn(belief.pairs, when, so, page));
  const state = { left: "cleared", never: "clear" }[kind] ?? "again";
  const row = make("li", {},
    make("h3", { textContent: `“${belief.belief}”` }),
    line(THEN, ["left", "still"].includes(kind)),
    line(NOW, ["came", "still"].includes(kind)),
    make("p", {}, make("strong", { textContent: "What is so. " }), belief.correction),
    make("p", { className: "milia-my-answers-standing", textContent: CHANGE[kind] }));
  row.lastChild.dataset.standing = state;
  row.dataset.change = kind;
  row.dataset.belief = belief.id;
  return row;
}

/** What is still to be answered, and where. */
function missing({ beliefs, answers, byKey, lessons, model }) {
  const pairs = beliefs.flatMap((belief) => belief.pairs);
  const gaps = ["before", "after"].map((when) => {
    const keys = [...new Set(pairs.map((pair) => pair[when]))];
    return { keys, given: countOf(keys, answers) };
  }).filter(({ keys, given }) => given < keys.length);
  return gaps.map(({ keys, given }) => {
    const { lesson } = byKey[keys[0]];
    return make("p", { className: "milia-my-answers-missing" }, `${given} of ${keys.length} answered in `,
      lessonLink(lessons[lesson], { lesson, heading: "" }, model), ".");
  });
}
