// What the home page knows of its learner: progress in words, and a fresh start for the next one.
// It reads the record (shared.js) and asks as "My answers" does (answers.js).
(() => {
  const kept = document.querySelector(".kept");
  const total = kept.querySelector(".total");
  const region = kept.querySelector("[role=status]");

  function progress(keys, answers) {
    const isPreTest = (key) => key.startsWith("pre-test:");
    const before = answered(keys.filter(isPreTest), answers);
    const lesson = answered(keys.filter((key) => !isPreTest(key)), answers);
    return [before && `Pre-test: ${before}`, lesson].filter(Boolean).join(" · ");
  }

  function show() {
    const answers = record.all();
    for (const line of document.querySelectorAll("[data-answers]")) {
      line.textContent = progress(line.dataset.answers.split(" "), answers);
    }
    total.textContent = keeping();
  }

  kept.querySelector("button").addEventListener("click", () => askToErase(kept, region));
  record.watch(show);
  show();
  kept.hidden = false;
})();
