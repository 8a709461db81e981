/** The end of a post-test: each idea as it stood before the course, and as it stands now. */
function summaryOfPostTest(items, answerTo, { go }) {
  const before = items.map((item) => stoodBefore(item.before));
  const given = before.filter((state) => state !== "not answered").length;
  const rows = items.map((item, at) => {
    const now = standing(item, answerTo(item.id)).toLowerCase();
    const row = make("li", {},
      make("strong", {}, `${at + 1}. ${item.idea}`),
      make("p", {}, `Before the course: ${before[at]}.`),
      make("p", {}, `Now: ${now}.`));
    if (now !== "look again" && now !== "not answered yet") return row;
    const again = make("button", { type: "button", className: "milia-quiz-plain" }, `Go to question ${at + 1}`);
    again.addEventListener("click", () => go(at));
    row.append(again);
    return row;
  });
  return [
    make("p", {}, given
      ? "You answered like questions before the course. Here is each idea, then and now."
      : "You did not answer the questions at the start of the course, so there is no before to show."),
    make("ul", {}, ...rows),
    ...(given ? [guessedBefore(items)] : []),
  ];
}

/** How the answer to the like item of the pre-test stood, the first one given there. */
function stoodBefore(item) {
  const first = record.read(`pre-test:${item.id}`)?.first;
  const outcome = first && outcomeOf(item, first.response);
  return !outcome ? "not answered" : outcome.success ? "you had it" : "you thought otherwise";
}

/** The pre-test's answers, which it held back: what was said, and what is so. */
function guessedBefore(items) {
  const told = items.map(({ before }) => before).filter((item) => stoodBefore(item) !== "not answered");
  return make("details", {},
    make("summary", {}, "What you said before the course"),
    make("ul", {}, ...told.map((item) => {
      const { response } = record.read(`pre-test:${item.id}`).first;
      const { parts } = outcomeOf(item, response);
      const key = item.parts.find((part) => part.points);
      return make("li", {},
        make("p", {}, item.stem),
        make("p", {}, "You said: ", make("strong", {}, response.map((id) => textOf(item, id)).join("; "))),
        make("p", {}, parts[0].feedback),
        ...(parts[0].points ? [] : [make("p", {}, `What fits: ${textOf(item, key.place)}. ${key.feedback}`)]));
    })));
}
