/** One choice is right: the item itself is placed on a choice. */
const singleChoice = {
  button: "Check answer",
  missing: "Choose an answer first.",
  controls: (item, name) =>
    choiceControls(item, name, "radio", { success: "Yes.", retry: "Not this one." }),

  /** The eye finds the verdict in the choice; the ear hears it before the feedback. */
  feedback: (item, { success, parts }) => [
    make("span", { className: "milia-spoken" }, success ? "Yes. " : "Not this one. "),
    parts[0].feedback,
  ],
};
