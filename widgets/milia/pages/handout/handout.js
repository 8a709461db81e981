// Sets a page for paper, in Chromium alone and just before it prints. What a widget shows on paper
// is the widget's own affair (its print styles, its matchMedia); this is what only a handout has.
async () => {
  const FITS_HALF = 42; // letters on half a line
  // The widgets hear of the paper when the next frame is drawn.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Put a plain element in the place of one that means more on a screen than on paper. */
  const become = (node, tag, className) => {
    const plain = document.createElement(tag);
    plain.className = className;
    plain.append(...node.childNodes);
    node.replaceWith(plain);
    return plain;
  };

  // What an item or a drill does not show on paper need not be there: no reader of a PDF meets it.
  for (const node of all(":is(.milia-quiz, .milia-drill) *")) {
    if (getComputedStyle(node).display === "none") node.remove();
  }

  // Items are numbered through the lesson, and the answers as their items. No headings: each is a
  // whole question, and together they would bury the outline.
  const items = all(".milia-quiz-item");
  const numbered = (node, item) => node.prepend(`${items.indexOf(item) + 1}. `);
  for (const block of all(".milia-answers > section")) {
    const asked = all(".milia-quiz-item", block.asked);
    all("h3", block).forEach((title, at) => {
      const plain = become(title, "p", "answer-to");
      if (asked.length) numbered(plain, asked[at]);
    });
  }
  for (const item of items) numbered(item.querySelector("legend"), item);

  // Choices are lists with a box each; controls that nobody can press are none. What was ticked
  // here would be somebody's answer: a box is always empty.
  const choices = all(".milia-quiz label:has(> input)");
  for (const group of new Set(choices.map((label) => label.parentElement))) {
    const list = document.createElement("ul");
    list.className = "choices";
    group.querySelector(":scope > label").before(list);
    for (const label of all(":scope > label", group)) {
      const box = document.createElement("i");
      box.className = label.querySelector("input").type;
      label.querySelector("input").remove();
      list.append(become(label, "li", ""));
      list.lastChild.prepend(box);
    }
    // Two beside one another where both have the room.
    const longest = Math.max(...all("li", list).map((each) => each.textContent.length));
    list.classList.toggle("paired", longest <= FITS_HALF && !list.closest(".milia-quiz-sure"));
  }
  // A spot on a picture is for the eye: its place stands beside it in words.
  for (const spot of all(".milia-quiz-spot")) become(spot, "span", spot.className).ariaHidden = "true";
  for (const label of all(".milia-quiz label")) become(label, "div", label.className);
  for (const legend of all(".milia-quiz legend")) become(legend, "p", "stem");
  for (const set of all(".milia-quiz fieldset")) become(set, "div", set.className);

  // That no clinician has read it yet stands at the top, not after the answers.
  const note = document.querySelector("body > footer");
  note?.querySelector("nav")?.remove();
  note?.lastElementChild.remove(); // where answers are kept: there are none on paper
  const title = document.querySelector("main .prose");
  if (note && title) {
    const aside = document.createElement("div");
    aside.className = "edition";
    aside.append(...note.children);
    title.after(aside);
    note.remove();
  }

  // The sources come last of all, so that the answers begin a page and no page is left half empty.
  const answers = document.querySelector(".milia-answers");
  for (const title of answers ? all(".passage summary") : []) {
    if (title.textContent.startsWith("Sources")) answers.parentElement.append(title.closest(".passage"));
  }

  // The bands of "Should I ask someone?" as a table.
  for (const list of all(".milia-ask-someone-list")) {
    const table = document.createElement("table");
    for (const signs of all(":scope > ul", list)) {
      const row = table.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.append(...signs.previousElementSibling.childNodes);
      signs.previousElementSibling.remove();
      row.append(head);
      row.insertCell().append(signs);
    }
    list.append(table);
  }

  // The options as a table to lay beside one another, and all questions with nothing ticked: the
  // fallback has them. The widget goes, as its boxes could be pressed in a PDF.
  for (const widget of all(".output > div > :is(.milia-helps, .milia-questions)")) {
    widget.parentElement.parentElement.querySelector(":scope > .fallback").hidden = false;
    widget.parentElement.remove();
  }

  for (const node of all(".skip, .anchor-link")) node.remove();
  for (const frame of all("figure")) frame.role = "group"; // the picture in it has the words
  document.querySelector(".brand img")?.remove(); // for the eye alone, which a PDF cannot say
  for (const head of all(".fallback > details > p")) {
    head.classList.toggle("head", head.textContent.endsWith(":"));
  }

  // A link within the course leads nowhere from paper; one to a source does.
  for (const link of all('a[href]:not([href^="https:"])')) link.replaceWith(...link.childNodes);

  for (const node of all("details")) node.open = true;
  for (const picture of all("img")) picture.loading = "eager";
  await Promise.all(all("img").map((picture) => picture.decode().catch(() => {})));
}
