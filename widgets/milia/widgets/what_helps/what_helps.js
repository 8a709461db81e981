/**
 * The options side by side. Nothing is hidden or set back, whatever is ticked: an option that is
 * not for somebody says so, and why. What is ticked tells of somebody's health: it lives here,
 * while the page is open, and is neither stored nor told to Python.
 *
 * @typedef State
 * @property {string} about         the id of the situation that is ticked at first, or none
 * @property {number} week
 * @property {number} weeks         the last week
 * @property {object} words         what is said around the options
 * @property {object[]} options     [{id, name, good, bad, expect, sure, facts, steps, not_for, ask, stop,
 *                                  course, answers}]
 */

let helping = 0;

function render({ model, el }) {
  /** @type {State} */
  const { words, options, weeks } = Object.fromEntries(
    ["words", "options", "weeks"].map((trait) => [trait, model.get(trait)]));
  const name = `milia-helps-${++helping}`;
  const spoken = make("div", { className: "milia-spoken", role: "status" });

  const boxes = words.situations.map(({ id, label, said }) => {
    const input = make("input", { type: "checkbox", value: id, checked: id === model.get("about") });
    input.onchange = () => {
      mark();
      announce(spoken, input.checked ? said : `${label}: no longer ticked.`);
    };
    return { input, node: make("label", {}, input, label) };
  });
  const cards = options.map((option) => optionCard(option, words.situations, `${name}-${option.id}`));

  const range = make("input", { type: "range", min: 0, max: weeks, step: 1, id: `${name}-week` });
  const at = make("p", { className: "milia-helps-at" });
  const chart = weekChart(options, weeks);
  range.oninput = () => { model.set("week", Number(range.value)); model.save_changes(); };
  range.onchange = () => announce(spoken, ofWeek(options, Number(range.value)));
  const label = make("label", { textContent: words.week });
  label.htmlFor = range.id;

  const root = make("div", { className: "milia milia-helps" },
    make("h3", { textContent: words.title }),
    make("p", { textContent: words.lead }),
    make("p", { textContent: words.proof }),
    make("fieldset", {}, make("legend", { textContent: words.who }),
      make("div", {}, ...boxes.map((box) => box.node))),
    make("div", { className: "milia-helps-options" }, ...cards.map((card) => card.node)),
    make("h4", { textContent: words.time }),
    make("p", { textContent: words.no_promise }),
    make("div", { className: "milia-helps-slider" }, label, range, ruler(weeks), at),
    chart.node,
    make("h4", { textContent: words.matters }),
    listed(words.questions),
    make("p", { textContent: words.close }),
    spoken);
  settle(root, model);

  function mark() {
    const ticked = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    for (const card of cards) card.mark(ticked);
  }

  function show() {
    const week = model.get("week");
    range.value = week;
    range.setAttribute("aria-valuetext", `Week ${week} of ${weeks}`);
    at.textContent = `Week ${week}: what may be so then is set in bold.`;
    chart.show(week);
  }

  model.on("change:week", show);
  mark();
  show();
  el.append(root);
  return () => { model.off("change:week", show); root.remove(); };
}

/** The weeks under the slider, for the eye; the slider says its own to the ear. */
function ruler(last) {
  const marks = [0, 1, 2, 3, 4].map((part) => make("span", { textContent: (part * last) / 4 }));
  return make("div", { className: "milia-helps-ruler", ariaHidden: "true" }, ...marks);
}

export default { render };
