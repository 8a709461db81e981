/** Several choices may be right: each of them is placed among the chosen or left out. */
const multipleChoice = {
  ask: "Choose all that fit.",
  button: "Check answer",
  missing: "Choose at least one answer first.",
  controls: (item, name) =>
    choiceControls(item, name, "checkbox", { success: "Fits.", retry: "Does not fit." }),

  feedback(item, { success, parts }) {
    const chosen = parts.filter((part) => part.place === "chosen");
    const wrong = chosen.filter((part) => !part.points).length;
    const missed = parts.filter((part) => part.place === "left" && !part.points).length;
    const verdict = success ? ["Yes, that is all of them."] : [
      "Not yet.",
      wrong ? `${wrong} of your choices ${wrong === 1 ? "does" : "do"} not fit.` : "What you chose fits.",
      missed ? `${missed} more ${missed === 1 ? "fits" : "fit"}.` : "",
    ];
    return [
      make("strong", {}, verdict.filter(Boolean).join(" ")),
      make("ul", {}, ...chosen.map((part) => make("li", {},
        make("strong", {}, `${textOf(item, part.element)}: ${part.points ? "fits" : "does not fit"}.`),
        ` ${part.feedback}`))),
    ];
  },
};
