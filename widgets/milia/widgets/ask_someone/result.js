/** How soon to ask, why, and what to say: a page to take along. */

const ANSWERS = { yes: "Yes", no: "No", unsure: "Not sure" };

/** What was said of a clue, as a caller would say it. */
function spoken(tell, answer, words) {
  if (answer === "yes") return tell;
  return `${answer === "no" ? words.no_tell : words.unsure_tell} ${tell}`;
}

function bullets(lines) {
  return make("ul", {}, ...lines.map((line) => make("li", {}, line)));
}

/** One reason; the last clue, said yes to, stands on what was answered before it. */
function reason({ answer, tell, calm_too: too }, words) {
  const line = make("li", {}, make("strong", {}, words.said[answer]), ` ${tell}`);
  const calm = answer === "yes" && too.length;
  return calm ? [line, make("li", {}, make("strong", {}, words.calm_too), bullets(too))] : [line];
}

/**
 * The result of one way through the clues.
 *
 * @param because  [{answer, tell, calm_too}], the clues that decided
 * @param answered [[question, answer]], all of them
 */
function resultPage({ band, id, person, because, answered, words }) {
  const isBaby = person.id !== "older";
  const call = [band.call.first, person.tell,
    ...(id === "fine-to-wait" ? [] : because.map(({ tell, answer }) => spoken(tell, answer, words))),
    band.call.ask].filter(Boolean);
  const title = make("h4", { tabIndex: -1, textContent: band.name });
  const lead = [band.what_to_do, isBaby && band.for_baby].filter(Boolean).join(" ");
  const node = make("div", { className: "milia-ask-someone-result" },
    make("p", { className: "milia-ask-someone-paper-title", textContent: words.title }),
    make("div", { className: "milia-ask-someone-band" }, title,
      make("p", { className: "milia-ask-someone-to-do", textContent: lead }),
      make("p", { textContent: band.says }),
      ...(id === "today" ? [make("p", { textContent: words.emergency })] : [])),
    make("h5", { textContent: "Why" }),
    make("ul", {}, ...because.flatMap((each) => reason(each, words))),
    make("h5", { textContent: band.call.head }),
    make("div", { className: "milia-ask-someone-call" },
      ...call.map((line) => make("p", { textContent: line }))),
    ...(id === "fine-to-wait" ? [] : [make("p", { textContent: words.be_ready })]),
    make("dl", { className: "milia-ask-someone-fill" },
      ...words.to_fill_in.map((line) => make("div", {}, make("dt", {}, line), make("dd")))),
    make("details", {}, make("summary", { textContent: "All your answers" }),
      make("ul", {}, ...answered.map(([question, answer]) =>
        make("li", {}, `${question} `, make("strong", { textContent: answer }))))),
    make("p", { className: "milia-ask-someone-note", textContent: words.no_diagnosis }));
  node.dataset.band = id;
  return { node, title };
}

/** Print the result alone, with all answers unfolded. */
function printResult(node) {
  const copy = node.cloneNode(true);
  copy.querySelector("details").open = true;
  printAlone(make("div", { className: "milia-ask-someone milia-ask-someone-paper" }, copy));
}
