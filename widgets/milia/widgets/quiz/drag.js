/** Let a pointer take a row along by its handle; a finger anywhere else scrolls the page as ever. */
function letDrag({ row, handle }, move) {
  let held; // how far below the top of the row it is held; how many places it has gone

  function follow(y) {
    row.style.transform = "";
    const way = y - held.at - row.getBoundingClientRect().top;
    const { previousElementSibling: above, nextElementSibling: below } = row;
    const up = above && row.offsetTop - above.offsetTop;
    const down = below && below.offsetTop + below.offsetHeight - row.offsetTop - row.offsetHeight;
    const by = above && way < -up / 2 ? -1 : below && way > down / 2 ? 1 : 0;
    if (by) {
      held.gone += by;
      move(by);
      return follow(y);
    }
    row.style.transform = `translateY(${way}px)`;
    row.scrollIntoView({ block: "nearest" });
  }

  function drop() {
    delete row.dataset.held;
    row.style.transform = "";
    held = undefined;
  }

  handle.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    event.preventDefault(); // no words are marked on the way
    handle.setPointerCapture(event.pointerId);
    held = { at: event.clientY - row.getBoundingClientRect().top, gone: 0 };
    row.dataset.held = "";
  });
  handle.addEventListener("pointermove", (event) => { if (held) follow(event.clientY); });
  handle.addEventListener("pointerup", drop);
  handle.addEventListener("pointercancel", () => {
    for (; held?.gone > 0; held.gone -= 1) move(-1);
    for (; held?.gone < 0; held.gone += 1) move(1);
    drop();
  });
}
