/** One item of a quiz as a form of native controls; `onCheck` hears what a learner said. */
function askItem(item, { name, model, onCheck }) {
  const type = TYPES[item.type];
  const preTest = model.get("pre_test");
  // Not as a whole: a word on what was moved is heard alone, and the feedback stays beside it.
  const status = make("output", { className: "milia-quiz-feedback", "aria-atomic": "false" });
  const controls = type.controls(item, name, (words) => sayBeside(status, words));
  const sure = model.get("ask_sure") && sureness(name);
  const legend = make("legend", { tabIndex: -1 }, item.stem);
  const ask = make("span", { className: "milia-quiz-ask" }, type.ask ? ` ${type.ask}` : "");
  if (type.ask) legend.append(ask);
  const form = make("form", { className: "milia-quiz-item", "data-type": item.type, noValidate: true },
    make("fieldset", {}, legend, ...controls.nodes));
  if (item.hint) form.append(make("details", { className: "milia-quiz-hint" },
    make("summary", {}, "Hint"), make("p", {}, item.hint)));
  if (sure) form.append(sure.node);
  form.append(
    make("button", { type: "submit" }, preTest ? "Keep and go on" : type.button), status);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = controls.read();
    if (response.length) return onCheck({ response, sure: sure ? sure.read() : "" });
    announce(status, [type.missing, controls.missing?.()].filter(Boolean).join(" "));
    controls.focus();
  });

  /** What is said to an answer: the feedback, a word to the sure, and where to read again. */
  function feedback(answer) {
    const outcome = answer && !preTest && outcomeOf(item, answer.response);
    if (!outcome) return [];
    const nodes = type.feedback(item, outcome);
    if (outcome.success) return nodes;
    if (answer.sure === "very") nodes.push(make("p", { className: "milia-quiz-very" },
      "You felt very sure about this one, so take a moment here."));
    // A guess comes before the passage: there is nothing to read again.
    if (item.taught && !item.reveal) nodes.push(make("p", {}, readAgain(item.taught, model)));
    return nodes;
  }

  let shown; // the time of the answer shown: the same again is left as it stands
  return {
    form,
    focus: () => legend.focus(),

    /** Say how to answer with a pencil while it is on paper, and lay the table for that. */
    toPaper(isPaper) {
      if (type.pencil) ask.textContent = ` ${isPaper ? type.pencil : type.ask}`;
      controls.table?.replaceChildren(...(isPaper ? [boxesToTick(item)] : []));
    },

    /** Show an answer; a new one is said aloud, one of before stands there quietly. */
    show(answer, aloud) {
      if (answer?.at === shown) return;
      shown = answer?.at;
      const outcome = answer && !preTest && outcomeOf(item, answer.response);
      const earned = outcome && ((id) =>
        outcome.parts.some((part) => part.points && PLACING[item.type].choiceOf(part) === id));
      controls.show(answer?.response ?? [], earned);
      if (sure) sure.show(answer?.sure);
      status.dataset.outcome = outcome ? (outcome.success ? "success" : "retry") : "";
      if (aloud) announce(status, ...feedback(answer));
      else status.replaceChildren(...feedback(answer));
    },
  };
}

/** Say what was just moved, for the ear alone: the eye has seen it. */
function sayBeside(status, words) {
  status.querySelector(":scope > .milia-quiz-moved")?.remove();
  status.toggleAttribute("data-quiet", !status.hasChildNodes());
  status.append(make("span", { className: "milia-quiz-moved milia-spoken" }, words));
}

/** The way back to the passage that teaches it. */
function readAgain(taught, model) {
  return lessonLink(`Read again: ${taught.heading}`, taught, model);
}
