/**
 * A page to take along: the learner's own questions, what they chose to remember, and when to ask
 * for help. Nothing of their answers is on it unless they add it.
 */

const MOST = { remembered: 6, asked: 10, again: 7 }; // so that it stays one page
const NO_MORE = `${MOST.remembered} fit on the sheet. Untick one first.`;
const NOT_REVIEWED = "Not yet reviewed by a clinician. From the course Pearl or Pimple?";

let sheets = 0;

/** What a learner may want to remember: what is so, of each wrong idea they have got past. */
const learned = ({ beliefs, byKey, answers }) => beliefs.filter(({ told }) =>
  told.some((key) => ["clear", "cleared"].includes(stateOf(byKey[key], answers[key]))));

/** Lines to print, the last of them taking in all that would not fit. */
const fitting = (lines, most) =>
  lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" / ")] : lines;

const notSo = (belief) => make("small", { textContent: ` Not so: “${belief}”` });

function takeHome(words, empty) {
  const name = `milia-sheet-${++sheets}`;
  const own = ownQuestions(words, `${name}-own`);
  const status = make("output", {});
  const box = (text, ...more) => {
    const input = make("input", { type: "checkbox" });
    return { input, label: make("label", { className: "milia-my-answers-box" }, input, make("span", {}, text, ...more)) };
  };
  const remember = make("div", { className: "milia-my-answers-boxes" });
  const again = box("Add the ideas I want to look at again");
  const chosen = new Set(); // ids of beliefs
  let page;

  function show(now) {
    page = now;
    own.follow();
    const found = learned(page);
    const hadFocus = remember.contains(document.activeElement) && document.activeElement.value;
    for (const id of chosen) if (!found.some((belief) => belief.id === id)) chosen.delete(id);
    remember.replaceChildren(...(found.length ? found.map(choice) : [make("p", { textContent: empty })]));
    if (hadFocus) remember.querySelector(`[value="${hadFocus}"]`)?.focus();
    if (!page.hasAnswers) again.input.checked = false;
    again.label.hidden = !page.hasAnswers;
  }

  function choice({ id, belief, correction }) {
    const { input, label } = box(correction, notSo(belief));
    Object.assign(input, { value: id, checked: chosen.has(id) });
    input.addEventListener("change", () => {
      const isTooMany = input.checked && chosen.size >= MOST.remembered;
      if (isTooMany) input.checked = false;
      announce(status, isTooMany ? NO_MORE : "");
      if (input.checked) chosen.add(id);
      else chosen.delete(id);
    });
    return label;
  }

  function paper() {
    const part = (title, ...nodes) => make("section", {}, make("h2", { textContent: title }), ...nodes);
    const list = (tag, lines) => make(tag, {}, ...lines.map((line) => make("li", {}, line)));
    const asked = fitting(own.lines(), MOST.asked);
    const room = asked.length <= 5 && asked.join("").length < 400; // else the questions take it all
    const blank = Math.max(1, 5 - asked.length);
    const kept = page.beliefs.filter(({ id }) => chosen.has(id))
      .map(({ belief, correction }) => make("span", {}, correction, notSo(belief)));
    const look = ideasNow(page).filter(({ state }) => state === "again");
    const names = look.slice(0, MOST.again).map(({ idea }) => page.ideas[idea].name);
    if (look.length > MOST.again) names.push(`and ${look.length - MOST.again} more: see the page “My answers”`);
    return make("div", { className: "milia-my-answers-paper" },
      make("h1", { textContent: "My take-home sheet" }),
      visitLines(),
      part("My questions", make("ol", room ? {} : { className: "milia-my-answers-many" },
        ...asked.map((line) => make("li", {}, make("strong", { textContent: line }), ...(room ? [writingLine()] : []))),
        ...Array.from({ length: blank }, () => make("li", {}, writingLine())))),
      ...(kept.length ? [part("What I want to remember", list("ul", kept))] : []),
      ...(again.input.checked ? [part("What I want to look at again",
        names.length ? list("ul", names) : make("p", { textContent: "Nothing just now." }))] : []),
      part("When to ask for help", ...words.bands.map((band) => make("div", { className: "milia-my-answers-help" },
        make("p", {}, make("strong", { textContent: `${band.name}. ` }), band.do), list("ul", band.signs)))),
      ...(room ? [part("My notes", writingLine(), writingLine())] : []),
      make("p", { className: "milia-my-answers-foot", textContent: [...words.notes, NOT_REVIEWED].join(" ") }));
  }

  const nodes = [
    ...own.nodes,
    make("details", {}, make("summary", { textContent: "What I want to remember" }),
      make("fieldset", {}, make("legend", { textContent: `Choose up to ${MOST.remembered} to print` }), remember)),
    again.label,
    make("p", { className: "milia-own-note", textContent: "When to ask for help, and lines to write on, are on it too." }),
    make("div", { className: "milia-buttons" }, make("button", { type: "button", className: "milia-button",
      textContent: "Print my sheet", onclick: () => printAlone(paper()) })),
    status,
  ];
  return { nodes, show, stop: own.stop };
}
