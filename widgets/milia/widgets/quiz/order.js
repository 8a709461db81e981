/** Things are put in order by two buttons in each row, or by a handle for mouse, pen and finger. */
const order = {
  ...places,
  ask: "Put them in order. The first one goes on top.",
  pencil: "Write 1 beside the first one, 2 beside the next, and so on.",
  missing: "Put them in order first.",

  controls(item) {
    const said = make("output", { className: "milia-spoken" });
    const rows = item.choices.map(orderRow);
    const list = make("ol", { className: "milia-quiz-rows", role: "list" }, ...rows.map(({ row }) => row));
    const standing = () => [...list.children].map((node) => rows.find(({ row }) => row === node));
    const number = () => standing().forEach((each, at) => each.stand(at + 1, rows.length));
    const tell = (moved) => announce(said, `${moved.text}: now ${moved.place} of ${rows.length}.`);

    function move(moved, by) {
      const { row, place } = moved;
      if (place + by < 1 || place + by > rows.length) {
        return announce(said, `${moved.text} is already ${place === 1 ? "first" : "last"}.`);
      }
      // The neighbor goes past it: a row that stays in the page keeps its focus, and its pointer.
      slide([...list.children], () => {
        if (by < 0) row.after(row.previousElementSibling);
        else row.before(row.nextElementSibling);
        row.scrollIntoView({ block: "nearest" });
      });
      number();
      tell(moved);
    }

    for (const each of rows) {
      each.up.addEventListener("click", () => move(each, -1));
      each.down.addEventListener("click", () => move(each, 1));
      letDrag(each, (by) => move(each, by));
    }
    number();
    return {
      nodes: [list, said],
      read: () => standing().map(({ id }) => id),
      focus: () => rows[0].up.focus(),

      show(response, earned) {
        const ids = response.length ? response : item.choices.map(({ id }) => id);
        list.append(...ids.map((id) => rows.find((each) => each.id === id).row));
        number();
        for (const each of rows) markRow(each, earned && response.length ? earned(each.id) : null);
      },
    };
  },
};

/** One row: its handle, its number, its words, and the buttons; it is told where it stands. */
function orderRow({ id, text }, at) {
  const mark = make("span", { className: "milia-quiz-mark" });
  const number = make("span", { className: "milia-quiz-number" });
  const up = make("button", { type: "button", className: "milia-quiz-plain" }, "↑ Up");
  const down = make("button", { type: "button", className: "milia-quiz-plain" }, "↓ Down");
  const handle = make("span", { className: "milia-quiz-handle", ariaHidden: "true" }, "⋮⋮");
  const row = make("li", { className: "milia-quiz-row" }, handle, boxToWriteIn(),
    make("span", {}, number, mark, text), make("span", { className: "milia-quiz-moves" }, up, down));
  row.style.setProperty("--at", at); // on paper it stands where it stood at first
  return {
    id, text, row, mark, up, down, handle,

    stand(place, last) {
      if (place !== this.place) markRow(this, null); // what was said of it was said of another place
      this.place = place;
      number.textContent = `${place}. `;
      for (const [button, way, end] of [[up, "up", place === 1 && "first"], [down, "down", place === last && "last"]]) {
        button.ariaDisabled = end ? "true" : "false"; // not "disabled": that would lose the focus
        button.ariaLabel = `Move ${text} ${way}${end ? ` (it is already ${end})` : ""}`;
      }
    },
  };
}

/** Let rows slide to where they go, unless a learner wants less motion. */
function slide(rows, change) {
  const before = rows.map((row) => row.getBoundingClientRect().top);
  change();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  rows.forEach((row, at) => {
    const from = before[at] - row.getBoundingClientRect().top;
    if (!from || "held" in row.dataset) return;
    row.animate([{ transform: `translateY(${from}px)` }, { transform: "none" }], { duration: 180, easing: "ease-out" });
  });
}
