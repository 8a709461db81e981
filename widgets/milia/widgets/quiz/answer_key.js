/** What is right of each item of a quiz, in the words that are said to it: for the page that prints. */
function answerKey(items) {
  return make("section", { className: "milia-answers-quiz" }, ...items.flatMap((item) => [
    make("h3", {}, item.stem),
    make("ul", {}, ...item.parts.filter((part) => part.points && part.feedback).map((part) =>
      make("li", {}, make("strong", {}, `${PLACING[item.type].nameOf(item, part)}:`), " ", part.feedback))),
    ...(item.reveal ? [make("p", {}, item.reveal)] : []),
  ]));
}
