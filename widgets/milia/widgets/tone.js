// The skin tone a learner chose, if one is chosen. Joined behind shared.js (see base.py), so every
// widget that comes to a page lets its drawings wear the tone: <html data-tone="7">, see tone.css.

const TONE = `${KEEP}tone`;
const isTone = (number) => Number.isInteger(number) && number >= 1 && number <= 10;

const tone = {
  /** The tone that is worn, 1 (lightest) to 10; 0 where none is chosen. */
  worn() { return Number(document.documentElement.dataset.tone) || 0; },

  /** The tone that this browser keeps; 0 for none, and what is worn where it keeps nothing. */
  kept() {
    try {
      const number = Number(localStorage.getItem(TONE));
      return isTone(number) ? number : 0;
    } catch { return tone.worn(); }
  },

  /** Wear a tone everywhere, or none (0), and keep it; returns whether it is kept. */
  choose(number) {
    let isKept = true;
    try {
      if (isTone(number)) localStorage.setItem(TONE, number);
      else localStorage.removeItem(TONE);
    } catch { isKept = false; }
    tone.wear(number);
    return isKept;
  },

  wear(number) {
    if (number === tone.worn()) return;
    if (isTone(number)) document.documentElement.dataset.tone = number;
    else delete document.documentElement.dataset.tone;
    dispatchEvent(new Event("milia:tone"));
  },

  /** Call back when another tone is worn; returns how to stop. */
  watch(callback) {
    addEventListener("milia:tone", callback);
    return () => removeEventListener("milia:tone", callback);
  },
};

// A notebook has a copy of this for each kind of widget: one of them follows what is kept.
if (!globalThis.miliaTone) {
  globalThis.miliaTone = record.watch(() => tone.wear(tone.kept()));
  tone.wear(tone.kept());
}
