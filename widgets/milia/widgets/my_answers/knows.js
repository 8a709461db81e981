/** What you know now: each idea once, with how its newest answers stand. */

const IN_IDEA = ["again", "cleared", "clear"]; // the first of these among its answers stands for it

const COUNTED = { clear: "clear", cleared: "clear after another try", again: "to look at again" };

/** Each idea with the standing of its answered items; those still open, and how many there are. */
function ideasNow({ items, answers }) {
  const told = items.filter(({ parts }) => parts.length);
  return [...new Set(told.map(({ idea }) => idea))].map((idea) => {
    const its = told.filter((item) => item.idea === idea);
    const states = its.map((item) => stateOf(item, answers[item.key]));
    const given = states.filter((state) => IN_IDEA.includes(state));
    const state = IN_IDEA.find((each) => given.includes(each)) ?? "unanswered";
    return { item: its[0], idea, state, given: given.length, of: its.length };
  });
}

function knows(page) {
  const rows = ideasNow(page);
  const [known, open] = [true, false].map((is) => rows.filter(({ given }) => Boolean(given) === is));
  if (!known.length) return [make("p", { textContent: page.words["what-i-know"].empty })];
  const rank = ({ state }) => IN_IDEA.indexOf(state);
  const counts = ["clear", "cleared", "again"]
    .map((state) => [rows.filter((row) => row.state === state).length, COUNTED[state]])
    .filter(([count]) => count).map(([count, words]) => `${count} ${words}`);
  const names = (list) => make("ul", { className: "milia-my-answers-ideas" }, ...list.map((row) => oneIdea(row, page)));
  return [
    make("p", { className: "milia-my-answers-sum", textContent: `${inWords(known.length, "idea")}: ${inSentence(counts)}.` }),
    names(known.sort((a, b) => rank(a) - rank(b))),
    ...(open.length ? [page.fold("open-ideas", `${inWords(open.length, "idea")} not answered yet`, names(open))] : []),
  ];
}

function oneIdea({ item, idea, state, given, of }, { ideas, lessons, model }) {
  const { name, again = { lesson: item.lesson } } = ideas[idea];
  const some = given && given < of ? ` (${given} of ${of} questions answered)` : "";
  const row = make("li", {}, lessonLink(name, again, model), standingLine(state, some));
  row.dataset.idea = idea;
  return row;
}
