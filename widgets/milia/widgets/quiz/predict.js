/** A guess before the answer is known: whatever it was, the answer follows. */
const predict = {
  ...singleChoice,
  ask: "Make a guess. Wrong guesses are fine.",
  button: "See the answer",
  missing: "Make a guess first.",
  controls: (item, name) =>
    choiceControls(item, name, "radio", { success: "Your guess fits.", retry: "Your guess." }),

  feedback: (item, { success, parts }) => [
    make("p", {},
      make("strong", {}, success ? "Your guess fits. " : "Your guess was different. "),
      parts[0].feedback),
    make("p", {}, item.reveal),
  ],
};
