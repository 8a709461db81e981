/** How an answer stands, in words and a mark, and what was said. */

const SURE = { guess: "You were guessing.", fairly: "You felt fairly sure.", very: "You felt very sure." };
const STANDING = {
  clear: { mark: "✓", words: "Clear" },
  cleared: { mark: "✓", words: "Clear after another try" },
  again: { mark: "↻", words: "Look again" },
  changed: { mark: "↻", words: "This question has changed since" },
  later: { mark: "", words: "Kept for the end of the course" },
  guess: { mark: "", words: "A first guess. The lesson tells more." },
  unanswered: { mark: "○", words: "Not answered yet" },
};

/** Where a learner stands with an item; guesses and the pre-test are kept apart. */
function stateOf(item, answer) {
  if (!answer) return "unanswered";
  if (!item.parts.length) return item.key.startsWith("pre-test:") ? "later" : "guess";
  const outcome = outcomeOf(item, answer.response);
  if (!outcome) return "changed";
  if (!outcome.success) return "again";
  return outcomeOf(item, answer.first.response)?.success ? "clear" : "cleared";
}

/** A standing as a line: a mark for the eye, words for all, and what else belongs there. */
function standingLine(state, ...more) {
  const { mark, words } = STANDING[state];
  const line = make("p", { className: "milia-my-answers-standing" },
    ...(mark ? [make("span", { ariaHidden: "true", textContent: `${mark} ` })] : []), words, ...more);
  line.dataset.standing = state;
  return line;
}

/** What was said: a choice or two in a line, things with their places in a list. */
function saidOf(item, response, before = "You said: ") {
  const texts = said(item, response);
  const isList = texts.length > 1 && response.some((id) => id.includes(":")) || item.type === "order";
  if (!isList) return make("p", {}, before, make("strong", { textContent: texts.join("; ") }));
  return make("div", {}, make("p", { textContent: before.trim() }),
    make("ul", { className: "milia-my-answers-said" }, ...texts.map((text) => make("li", {}, text))));
}

/** The way to where an idea is taught; an idea that no lesson teaches leads to the item's lesson. */
function teaches(item, { ideas, lessons, model }) {
  const again = ideas[item.idea].again ?? { text: lessons[item.lesson], lesson: item.lesson };
  return lessonLink(again.text, again, model);
}

const inSentence = (parts) => parts.length < 2 ? parts.join("")
  : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

const IN_SIGHT = 5;

/** Rows of a list: a few in sight, the rest folded. */
function firstFew(rows, key, { fold }) {
  const [few, rest] = [rows.slice(0, IN_SIGHT), rows.slice(IN_SIGHT)];
  return [
    ...(few.length ? [make("ul", {}, ...few)] : []),
    ...(rest.length ? [fold(key, `${rest.length} more`, make("ul", {}, ...rest))] : []),
  ];
}
