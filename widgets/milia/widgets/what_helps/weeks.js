const covers = (stretch, week) => stretch.from <= week && week <= stretch.to;

/** What may be so in a week, word for word as Python says it. */
function ofWeek(options, week) {
  const each = options.map(({ name, course }) =>
    `${name}: ${course.filter((stretch) => covers(stretch, week)).map(({ text }) => text).join(" ")}`);
  return `Week ${week}. ${each.join(" ")}`;
}

/** A band with soft ends, one week wider than what it stands for, and its words beneath. */
function band(stretch, last) {
  const { from, to, text } = stretch;
  const span = from === to ? `About week ${from}: ` : `About week ${from} to ${to}: `;
  const node = make("li", {}, make("span", { className: "milia-helps-span", textContent: span }),
    make("span", { textContent: text }));
  node.style.setProperty("--from", Math.max(0, from - 1) / last);
  node.style.setProperty("--to", Math.min(last, to + 1) / last);
  node.toggleAttribute("data-begins", from === 0);
  return node;
}

/** All options over the weeks; `show` sets apart what may be so in one of them. */
function weekChart(options, last) {
  const rows = options.map((option) => {
    const bands = option.course.map((stretch) => ({ stretch, node: band(stretch, last) }));
    const node = under(option.name, make("ul", {}, ...bands.map((each) => each.node)));
    return { bands, node };
  });
  const node = make("div", { className: "milia-helps-chart" }, ...rows.map((row) => row.node));
  const show = (week) => {
    node.style.setProperty("--at", week / last);
    for (const { stretch, node: each } of rows.flatMap((row) => row.bands)) {
      each.toggleAttribute("data-now", covers(stretch, week));
    }
  };
  return { node, show };
}
