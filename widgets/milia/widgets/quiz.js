/**
 * Ask one item. Everything is answered here, from the table of parts; no kernel is needed.
 *
 * @typedef State
 * @property {string} item      the id under which the response is kept
 * @property {string} stem
 * @property {{id: string, text: string}[]} choices
 * @property {{element: string, place: string, points: number, feedback: string}[]} parts
 * @property {string} response  the id of the choice checked last
 * @property {number} attempt   how often a response was checked
 */

const VERDICT = { success: "Yes.", retry: "Not this one." };
let quizzes = 0;

function render({ model, el }) {
  const name = `milia-quiz-${++quizzes}`;
  const key = `item:${model.get("item")}`;
  const parts = new Map(model.get("parts").map((part) => [part.place, part]));
  const best = Math.max(...[...parts.values()].map((part) => part.points));

  const rows = model.get("choices").map(({ id, text }) => {
    const input = make("input", { type: "radio", name, value: id });
    const mark = make("span", { className: "milia-quiz-mark" });
    return { id, input, mark, label: make("label", {}, input, make("span", {}, mark, text)) };
  });
  const status = make("output", { className: "milia-quiz-feedback" });
  const button = make("button", { type: "submit", textContent: "Check answer" });
  const form = make("form", { className: "milia milia-quiz", noValidate: true },
    make("fieldset", {},
      make("legend", { textContent: model.get("stem") }),
      ...rows.map((row) => row.label)),
    button, status);
  settle(form, model);

  /** What was checked last: its part of the table, and the verdict in a word for the style. */
  function checked() {
    const part = parts.get(model.get("response"));
    const outcome = part && (part.points === best ? "success" : "retry");
    return { part, outcome };
  }

  function show() {
    const { part, outcome } = checked();
    for (const row of rows) {
      const its = row.id === part?.place;
      row.input.checked = its;
      row.mark.textContent = its ? `${VERDICT[outcome]} ` : "";
      row.label.dataset.outcome = its ? outcome : "";
    }
    status.dataset.outcome = outcome ?? "";
  }

  /** The eye finds the verdict in the choice; the ear hears it before the feedback. */
  function feedback() {
    const { part, outcome } = checked();
    if (!part) return [];
    return [make("span", { className: "milia-spoken" }, `${VERDICT[outcome]} `), part.feedback];
  }

  function onChange() {
    show();
    announce(status, ...feedback());
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = new FormData(form).get(name);
    if (!response) {
      announce(status, "Choose an answer first.");
      rows[0].input.focus();
      return;
    }
    model.set("response", response);
    model.set("attempt", model.get("attempt") + 1);
    model.save_changes();
    record.write(key, { response, attempt: model.get("attempt") });
  });
  model.on("change:attempt", onChange);

  // The learner's browser remembers; a fresh kernel does not.
  const kept = record.read(key);
  if (!model.get("attempt") && parts.has(kept?.response) && kept.attempt > 0) {
    model.set("response", kept.response);
    model.set("attempt", kept.attempt);
    model.save_changes();
  }
  if (model.get("attempt")) {
    show();
    status.append(...feedback());
  }

  el.append(form);
  return () => { model.off("change:attempt", onChange); form.remove(); };
}

export default { render };
