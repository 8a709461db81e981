// All answers at once: counted, saved to a file, loaded from one, erased. "My answers" and the
// home page share this; it is joined behind shared.js, whose names it uses, and is no widget.

const COURSE = "Pearl or Pimple?";
const VERSION = 1;
const FILE = "pearl-or-pimple-answers.json";
const SAVED = `Your answers are in the file ${FILE}.`;
const OWN = "your own questions"; // for a visit
const NOTED = " The questions you wrote for a visit are kept here too, but not in the file.";
const LARGEST = 1_000_000; // bytes of a file; sixty answers need some 15 000

const countOf = (keys, answers) => keys.filter((key) => Object.hasOwn(answers, key)).length;

/** How many of these keys are answered, in words; nothing where none is. */
function answered(keys, answers) {
  const number = countOf(keys, answers);
  return number ? `${number} of ${keys.length} answered` : "";
}

function inWords(number, one = "answer") {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}

/** Where answers are kept and how safely, said truly. */
function keeping() {
  if (record.works()) {
    return "Your answers are kept in this browser. Some browsers clear them by themselves after a"
      + ` while. A file keeps them.${record.note() ? NOTED : ""}`;
  }
  return isReadable()
    ? "This browser has no room for more. New answers last until you close the lesson. Save what is"
      + " here to a file."
    : "This browser cannot keep answers. They last until you close the lesson. A private window can"
      + " be the cause.";
}

/** Whether the browser lets us look: then a failed write means that there is no room. */
function isReadable() {
  try { return localStorage.length >= 0; } catch { return false; }
}

/** Say what came of it in a live region, also to an eye that looks further up. */
function tell(region, words) {
  announce(region, words);
  requestAnimationFrame(() => region.scrollIntoView({ block: "nearest" }));
}

/** Give the learner every answer as a file. */
function saveAnswers() {
  const now = new Date();
  const saved = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-");
  const file = { course: COURSE, version: VERSION, saved, answers: record.all() };
  const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: FILE });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The answers in a file's text, or why it is refused. The file may be anyone's, and anything. */
function answersIn(text) {
  if (!text.trim()) return { refused: "This file is empty." };
  let file;
  try { file = JSON.parse(text); } catch {
    return { refused: "This file is damaged, or it is of another kind." };
  }
  if (file?.course !== COURSE) return { refused: "This file does not come from this course." };
  if (file.version > VERSION) {
    return { refused: "This file comes from a newer version of this course. Load it there." };
  }
  const isList = typeof file.answers === "object" && file.answers && !Array.isArray(file.answers);
  if (file.version !== VERSION || !isList) return { refused: "This file is damaged." };
  const found = Object.entries(file.answers);
  if (!found.length) return { refused: "There are no answers in this file." };
  const bad = found.find(([key, answer]) => !ANSWER_KEY.test(key) || !isAnswer(answer));
  if (bad) return { refused: `This file is damaged at "${bad[0].slice(0, 60)}".` };
  // Only what is known is taken over. A clock that runs ahead must not win for ever: an answer
  // from the future counts as given now.
  const now = Date.now();
  const said = ({ response, sure }) => ({ response, sure });
  const since = (at, last) => (Number.isSafeInteger(at) && at > 0 ? { at: Math.min(at, last, now) } : {});
  return {
    answers: Object.fromEntries(found.map(([key, answer]) => [key, {
      ...said(answer), attempt: answer.attempt, at: Math.min(answer.at, now),
      first: { ...said(answer.first), ...since(answer.first.at, answer.at) },
    }])),
  };
}

/** Add the answers of a file, the newer of two each time; returns what came of it, in words. */
async function loadAnswers(file) {
  const refuse = (why) => `${why} Choose a file that you saved on this page. Nothing was changed.`;
  if (file.size > LARGEST) return refuse("This file is too large to hold answers.");
  const text = await file.text().catch(() => null);
  if (text === null) return refuse("This file could not be read.");
  const { answers, refused } = answersIn(text);
  if (refused) return refuse(refused);

  const kept = record.all();
  const found = Object.entries(answers);
  const news = found.filter(([key, { at }]) => !kept[key] || at > kept[key].at);
  const same = found.filter(([key, { at }]) => kept[key]?.at === at).length;
  const older = found.length - news.length - same;
  if (news.length && !record.write(Object.fromEntries(news))) {
    return isReadable()
      ? "This browser has no room for these answers. Load the file in another one. Nothing was changed."
      : "This browser cannot keep answers. Load the file in another one. Nothing was changed.";
  }
  return [
    news.length ? `${inWords(news.length)} loaded.` : "This file holds nothing new.",
    same && (same === 1 ? "1 was here before." : `${same} were here before.`),
    older && `${inWords(older, "newer answer")} here ${older === 1 ? "was" : "were"} kept.`,
  ].filter(Boolean).join(" ");
}

/**
 * Ask once, then erase; where nothing is kept there is nothing to ask.
 *
 * The dialog is the browser's own: it keeps the focus inside, closes on Escape and gives the focus
 * back. It stands in `root`, and what was done is said in the live region.
 */
function askToErase(root, region) {
  const count = () => Object.keys(record.all()).length;
  function erase() {
    const gone = [count() && inWords(count()), record.note() && OWN].filter(Boolean).join(" and ");
    record.erase();
    tell(region, gone ? `${gone[0].toUpperCase()}${gone.slice(1)} erased. This browser is fresh again.`
      : "No answers are kept in this browser. It is fresh.");
  }
  if (!count() && !record.note()) return erase();

  const what = count() ? inWords(count()) : OWN;
  const button = (textContent, onclick, kind = "") =>
    make("button", { type: "button", className: `milia-button ${kind}`, textContent, onclick });
  const title = make("h2", { id: "milia-ask-title", textContent: `Erase ${what}?` });
  const words = make("p", { id: "milia-ask-words" }, "They cannot be brought back.",
    " The colors you chose go too.",
    record.note() && count() ? " So do the questions you wrote for a visit. No file keeps those." : "",
    count() ? " Want the answers later? Save them to a file first." : "");
  const saved = make("output");
  const dialog = make("dialog", { className: "milia milia-ask" }, title, words,
    make("div", { className: "milia-buttons" },
      button("Keep them", () => dialog.close()),
      ...(count() ? [button("Save to a file", () => { saveAnswers(); tell(saved, SAVED); }, "milia-outline")] : []),
      button(`Erase ${what}`, () => { dialog.close(); erase(); }, "milia-outline")),
    saved);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.setAttribute("aria-describedby", words.id);
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}
