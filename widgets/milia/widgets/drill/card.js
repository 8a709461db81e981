/** A drawing with ids of its own, by chance the other way round, so that it looks new. */
function cutOf(model, at) {
  const { alt, box, made } = model.get("atlas").pictures[at];
  const own = `m${Math.random().toString(36).slice(2, 9)}`;
  const body = made.map((piece) => model.get("atlas").pieces[piece]).join("").replaceAll("@-", `${own}-`);
  const svg = drawn(`<svg xmlns="http://www.w3.org/2000/svg" class="milia-section" viewBox="${box}" role="img">${body}</svg>`);
  svg.setAttribute("aria-label", alt);
  if (Math.random() < 0.5) svg.style.transform = "scaleX(-1)";
  return make("figure", {}, svg, make("figcaption", {}, model.get("words").cut));
}

/** The clues of a case, as a list. */
const cluesOf = ({ clues }) => make("ul", {}, ...clues.map((clue) => make("li", {}, clue)));

/** One card: a case to decide on, and then why; `onAnswer` hears {right, sure}, `onNext` the way on. */
function askCard(card, { model, name, place, next, onAnswer, onNext }) {
  const words = model.get("words");
  const inputs = [true, false].map((value) => make("input", { type: "radio", name, value: String(value) }));
  const marks = inputs.map(() => make("strong", {}));
  const choice = make("fieldset", {}, make("legend", {}, words.ask), make("div", {}, ...inputs.map((input, at) =>
    make("label", {}, input, make("span", {}, marks[at], [words.yes, words.no][at])))));
  const sure = sureness(name);
  const status = make("output", { className: "milia-drill-feedback" });
  const check = make("button", { type: "submit" }, "Check answer");
  const on = make("button", { type: "button", hidden: true, onclick: onNext }, next);
  const title = make("h4", { tabIndex: -1 }, make("span", { className: "milia-drill-count" }, `${place}. `), card.who);
  const form = make("form", { noValidate: true }, choice, sure.node, check, status, on);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = inputs.find((input) => input.checked);
    if (!said) {
      announce(status, "Choose one of the two first.");
      return inputs[0].focus();
    }
    const right = said.value === String(card.milium);
    marks[inputs.indexOf(said)].textContent = right ? "Yes. " : "Look again. ";
    said.closest("label").dataset.outcome = status.dataset.outcome = right ? "success" : "retry";
    choice.disabled = sure.node.disabled = true;
    check.hidden = true;
    on.hidden = false;
    on.focus();
    onAnswer({ right, sure: sure.read() });
    announce(status, make("p", {}, make("strong", {},
      `${right ? "Yes." : "Look again."} ${card.milium ? words.yes : words.no}.`)),
      make("p", {}, card.why.join(" ")), make("p", {}, card.then));
  });

  const picture = card.picture === null ? [] : [cutOf(model, card.picture)];
  return {
    node: make("section", { className: "milia-drill-card" }, title,
      make("div", { className: "milia-drill-case" }, cluesOf(card), ...picture), form),
    focus: () => title.focus(),
  };
}
