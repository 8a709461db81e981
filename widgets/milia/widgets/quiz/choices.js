/** Native controls for choosing among an item's choices: radio buttons for one, boxes for several. */
function choiceControls(item, name, type, marks) {
  const rows = item.choices.map(({ id, text }) => {
    const input = make("input", { type, name, value: id });
    const mark = make("span", { className: "milia-quiz-mark" });
    return { id, input, mark, label: make("label", {}, input, make("span", {}, mark, text)) };
  });
  return {
    nodes: rows.map((row) => row.label),
    read: () => rows.filter((row) => row.input.checked).map((row) => row.id),
    focus: () => rows[0].input.focus(),

    /** Show a response again, each chosen thing with its verdict in a word. */
    show(response, earned) {
      for (const row of rows) {
        const chosen = response.includes(row.id);
        const state = chosen && earned ? (earned(row.id) ? "success" : "retry") : "";
        row.input.checked = chosen;
        row.mark.textContent = state && `${marks[state]} `;
        row.label.dataset.outcome = state;
      }
    },
  };
}
