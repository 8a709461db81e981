/**
 * The learner's own questions for a visit: a text kept in this browser (record.note) and nowhere
 * else. It is text, never HTML; wherever it can be written it is the same.
 *
 * @param words {own, private, not_kept}
 */
function ownQuestions(words, name) {
  const text = make("textarea", { id: name, rows: 4, maxLength: NOTE_MOST, value: record.note() });
  const kept = make("p", { id: `${name}-kept`, className: "milia-own-note",
    textContent: record.works() ? words.private : words.not_kept });
  text.setAttribute("aria-describedby", kept.id);
  text.addEventListener("input", () => {
    if (!record.keepNote(text.value)) kept.textContent = words.not_kept;
    dispatchEvent(new Event("milia:note")); // JupyterLab has several notebooks on one page
  });
  /** Follow what was erased, or written elsewhere; where nothing is kept, leave it be. */
  function follow() {
    if (record.works() && text.value !== record.note()) text.value = record.note();
  }
  addEventListener("milia:note", follow);
  return {
    nodes: [make("label", { className: "milia-own-name", htmlFor: name, textContent: words.own }), text, kept],
    /** What was written, line by line. */
    lines: () => text.value.split("\n").map((line) => line.trim()).filter(Boolean),
    follow,
    stop: () => removeEventListener("milia:note", follow),
  };
}
