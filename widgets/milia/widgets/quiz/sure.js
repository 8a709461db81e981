const SURE = [["guess", "Guessing"], ["fairly", "Fairly sure"], ["very", "Very sure"]];

/** "How sure are you?" in three steps; nobody has to say. */
function sureness(name) {
  const inputs = SURE.map(([value]) => make("input", { type: "radio", name: `${name}-sure`, value }));
  return {
    node: make("fieldset", { className: "milia-quiz-sure" },
      make("legend", {}, "How sure are you? (You may leave this out.)"),
      make("div", {}, ...inputs.map((input, at) => make("label", {}, input, SURE[at][1])))),
    read: () => inputs.find((input) => input.checked)?.value ?? "",
    show(sure) { for (const input of inputs) input.checked = input.value === sure; },
  };
}
