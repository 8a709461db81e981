/** Sentences of a post, some of them wrong: each is marked as wrong, or left. */
const spotError = {
  ...multipleChoice,
  ask: "Mark each sentence that is wrong.",
  button: "Check the post",
  missing: "Mark at least one sentence first.",

  controls(item, name) {
    const marks = { success: "Wrong.", retry: "True." };
    const { nodes, ...rest } = choiceControls(item, name, "checkbox", marks);
    const by = make("p", { className: "milia-quiz-by" }, item.by);
    return { ...rest, nodes: [make("div", { className: "milia-quiz-post" }, by, ...nodes)] };
  },

  /** Whether a sentence is wrong, and whether that was seen, in a few words. */
  verdict: ({ place, points }) => (place === "chosen"
    ? (points ? "Wrong, as you say." : "You marked it, but it is true.")
    : (points ? "True." : "Wrong, and not marked yet.")),

  feedback(item, { success, parts }) {
    const seen = parts.filter((part) => part.place === "chosen" && part.points).length;
    const all = parts.filter((part) => (part.place === "chosen") === Boolean(part.points)).length;
    return [
      make("strong", {}, success ? "Yes, those are the wrong ones, and no other."
        : `Not yet. You found ${seen} of the ${all} wrong sentences.`),
      make("ul", {}, ...parts.map((part) => make("li", {},
        make("q", {}, textOf(item, part.element)), " ",
        make("strong", {}, spotError.verdict(part)), ` ${part.feedback}`))),
    ];
  },
};
