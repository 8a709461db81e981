/** Two cases are compared in three steps: what is the same, what differs, and the rule that follows. */
const compare = {
  ...places,
  ask: "Three steps: what is the same, what is different, and then the rule.",
  pencil: "Tick one box in each row. Then tick the rule that follows.",
  missing: "Something is still open here. Mark it first.",

  controls(item, name) {
    const third = item.places.find(({ id }) => id !== "same" && id !== "different");
    const row = (type, { id, text }, group) => {
      const input = make("input", { type, name: `${name}-${group}`, value: id });
      const mark = make("span", { className: "milia-quiz-mark" });
      return { id, input, mark, row: make("label", {}, input, make("span", {}, mark, text)) };
    };
    const features = item.choices.map((choice) =>
      ({ id: choice.id, same: row("checkbox", choice, "same"), different: row("checkbox", choice, "different") }));
    const rules = item.rules.map((rule) => row("radio", rule, "rule"));
    const nothingLeft = make("p", {}, "Nothing is left: you marked all as the same.");
    const steps = [
      ["What is the same in both?", "Mark all that fit. You may leave all unmarked.", features.map(({ same }) => same.row)],
      ["What is different?", third ? `What you leave unmarked counts as: ${third.text}.` : "Mark all that are left.",
        [nothingLeft, ...features.map(({ different }) => different.row)]],
      ["So what is the rule?", "Choose one.", rules.map((rule) => rule.row)],
    ].map(([title, how, rows], at, { length }) => {
      const legend = make("legend", { tabIndex: -1 },
        make("span", { className: "milia-quiz-count" }, `Step ${at + 1} of ${length}. `), title,
        make("span", { className: "milia-quiz-ask" }, ` ${how}`));
      return { legend, rows, node: make("fieldset", { className: `milia-compare-step${at + 1 < length ? "" : " milia-compare-rule"}` }, legend, ...rows) };
    });
    const last = steps.length - 1;
    const ALL = steps.length; // every step at once: what was answered is seen as a whole
    let at = 0;

    const back = make("button", { type: "button", className: "milia-quiz-plain", onclick: () => go(at - 1) }, "Back a step");
    const next = make("button", { type: "button", onclick: () => go(at + 1) }, "Next step");
    const ways = make("div", { className: "milia-compare-ways" }, back, next);
    const table = make("div", { className: "milia-quiz-table" });
    const body = make("div", { className: "milia-compare" },
      make("div", { className: "milia-compare-cases" }, ...item.cases.map((each) =>
        make("div", {}, make("strong", {}, each.name), make("p", {}, each.text)))),
      table, ...steps.map(({ node }) => node), ways);

    const placeOf = ({ same, different }) =>
      (same.input.checked ? "same" : different.input.checked ? "different" : third?.id);

    function lay() {
      steps.forEach(({ node }, step) => { node.hidden = at !== ALL && step !== at; });
      for (const { same, different } of features) different.row.hidden = same.input.checked;
      nothingLeft.hidden = !features.every(({ same }) => same.input.checked);
      back.hidden = at === 0 || at === ALL;
      next.hidden = at >= last;
      body.toggleAttribute("data-more", at < last); // there is nothing to check before the rule
    }

    function go(to) {
      at = to;
      lay();
      steps[at].legend.focus();
    }

    body.addEventListener("change", ({ target }) => {
      const turned = features.filter(({ id }) => id === target.value);
      const changed = target.type === "radio" ? rules : turned.flatMap(({ same, different }) => [same, different]);
      for (const each of changed) markRow(each, null);
      lay();
    });
    // Enter would check the answer before the rule is asked.
    body.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input") || at >= last) return;
      event.preventDefault();
      go(at + 1);
    });
    lay();

    return {
      nodes: [body],
      table,

      /** Every feature by its place, then the rule; nothing while one of them is open. */
      read() {
        const rule = rules.find(({ input }) => input.checked);
        if (!rule || !features.every(placeOf)) return [];
        const placed = item.places.flatMap(({ id: place }) =>
          features.filter((each) => placeOf(each) === place).map(({ id }) => `${id}:${place}`));
        return [...placed, `${item.id}:${rule.id}`];
      },

      focus() {
        const open = features.find((each) => !placeOf(each));
        if (at !== ALL) at = open ? 1 : last;
        lay();
        (open ? open.different : rules[0]).input.focus();
      },

      show(response, earned) {
        const placed = Object.fromEntries(inPlace.placements(item, response));
        const stands = (id) => (placed[id] && earned ? earned(id) : null);
        for (const { id, same, different } of features) {
          same.input.checked = placed[id] === "same";
          different.input.checked = placed[id] === "different";
          markRow(same, same.input.checked ? stands(id) : null);
          markRow(different, same.input.checked ? null : stands(id));
        }
        for (const rule of rules) {
          rule.input.checked = placed[item.id] === rule.id;
          markRow(rule, rule.input.checked ? stands(item.id) : null);
        }
        at = response.length ? ALL : 0;
        lay();
      },
    };
  },
};
