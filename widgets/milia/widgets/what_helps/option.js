const HEADS = {
  good: "May be good", bad: "May be bad", expect: "What to expect", sure: "How sure: ",
  fold: "Good and bad", more: "How it is used, who it is for, and when to ask",
  steps: "How it is used", who: "Who it is for", not_for: "Not for", ask: "Ask a doctor or nurse if",
};

function listed(texts, tag = "ul") {
  return make(tag, {}, ...texts.map((textContent) => make("li", { textContent })));
}

/** A heading and what stands under it. */
function under(heading, ...content) {
  return make("div", {}, make("h5", { textContent: heading }), ...content);
}

function pairs(facts) {
  return make("dl", {}, ...facts.map(([name, text]) => make("div", {},
    make("dt", { textContent: name }), make("dd", { textContent: text }))));
}

function verdict(name, { kind, verdict: said, reason }) {
  const node = make("li", {}, make("strong", { textContent: `${name}: ${said}. ` }), reason);
  node.dataset.verdict = kind;
  return node;
}

/**
 * One option, laid open: all have the same shape and size, whichever they are.
 * `mark` shows the answers for the situations that are ticked, in words, before all else.
 */
function optionCard(option, situations, id) {
  const marks = make("ul", { className: "milia-helps-marks" });
  const fold = make("button", { type: "button", textContent: HEADS.fold, ariaExpanded: "false" });
  const node = make("div", { className: "milia-helps-option", role: "group" },
    make("div", { className: "milia-helps-name" }, make("h4", { id, textContent: option.name }),
      make("p", {}, make("strong", { textContent: HEADS.sure }), option.sure), marks, fold),
    under(HEADS.good, listed(option.good)),
    under(HEADS.bad, listed(option.bad)),
    under(HEADS.expect, make("p", { textContent: option.expect })),
    make("details", {}, make("summary", { textContent: HEADS.more }),
      pairs(option.facts),
      under(HEADS.steps, listed(option.steps, "ol")),
      under(HEADS.who, make("ul", {}, ...situations.map((each) =>
        verdict(each.name, option.answers[each.id])))),
      under(HEADS.not_for, listed(option.not_for)),
      under(HEADS.ask, listed(option.ask)),
      ...(option.stop ? [make("p", { textContent: option.stop })] : [])));
  node.setAttribute("aria-labelledby", id);
  node.dataset.option = option.id;
  // Only where the screen is narrow is there a fold, and every option is folded alike.
  fold.onclick = () => {
    fold.ariaExpanded = String(node.toggleAttribute("data-unfolded"));
  };
  const mark = (ticked) => {
    marks.hidden = !ticked.length;
    marks.replaceChildren(...situations.filter((each) => ticked.includes(each.id))
      .map((each) => verdict(each.name, option.answers[each.id])));
  };
  return { node, mark };
}
