/** "My answers" leads to an item by its address, #ask-ITEM: there it is asked again. */

/** Which of these items the address asks for; -1 if none. */
const askedFor = (items) => items.findIndex(({ id }) => location.hash === `#ask-${id}`);

const isOfToday = (answer) => new Date(answer?.at).toDateString() === new Date(Date.now()).toDateString();

/**
 * Give an item the focus once it stands on the page, and keep it in sight while the page still
 * grows around it, until the learner does something.
 */
function bringIntoSight({ form, focus }) {
  let arrived = false;
  const done = new AbortController();
  const seen = new ResizeObserver(() => {
    if (!form.offsetHeight) return; // a host may put it on the page later
    if (!arrived) focus();
    arrived = true;
    if (!form.contains(document.activeElement)) return done.abort();
    form.scrollIntoView();
  });
  done.signal.addEventListener("abort", () => seen.disconnect());
  for (const act of ["pointerdown", "touchstart", "wheel", "keydown"]) {
    addEventListener(act, () => done.abort(), { capture: true, passive: true, signal: done.signal });
  }
  seen.observe(form);
  seen.observe(document.body);
}
