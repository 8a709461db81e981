/** When a question comes back: 1, 3 and 7 days after its first answer, by the learner's calendar. */

const COMES_BACK = [1, 3, 7]; // days

/** The number of the local calendar day; a day of 23 or 25 hours is one day too. */
function dayOf(time) {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/**
 * The step that waits today, or the day of the next one: {due: 3}, {next: 20650} or {}.
 *
 * A step waits until the question is answered on its day or later; of several missed, the last one
 * counts. Where the clock was put back the first answer counts as given today.
 */
function comesBack(answer, today) {
  const first = Math.min(dayOf(isTime(answer.first.at) ? answer.first.at : answer.at), today);
  const last = Math.max(first, Math.min(dayOf(answer.at), today));
  const due = COMES_BACK.findLast((days) => first + days <= today);
  if (due && last < first + due) return { due };
  const next = COMES_BACK.find((days) => first + days > today);
  return next ? { next: first + next } : {};
}

const isTime = (time) => Number.isSafeInteger(time) && time > 0;

/** A day in words: "tomorrow", "on Friday, November 27". */
function dayInWords(day, today) {
  if (day === today + 1) return "tomorrow";
  const words = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" };
  return `on ${new Date(day * 86_400_000).toLocaleDateString("en-US", words)}`;
}
