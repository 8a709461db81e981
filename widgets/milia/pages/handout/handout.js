// Sets a page for paper, in Chromium alone and just before it prints. What a widget shows on paper
// is the widget's own affair (its print styles, its matchMedia); this is what only a handout has.
async () => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Items are numbered through the lesson, and the answers as their items.
  const items = all(".milia-quiz-item");
  const numbered = (node, item) => node.prepend(`${items.indexOf(item) + 1}. `);
  for (const block of all(".milia-answers-quiz")) {
    const asked = all(".milia-quiz-item", block.quiz);
    all("h3", block).forEach((title, at) => numbered(title, asked[at]));
  }
  for (const item of items) numbered(item.querySelector("legend"), item);

  // Nobody has answered: what is ticked, written or marked would be somebody's.
  for (const input of all("main input:checked:not(.milia-questions input)")) input.checked = false;

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

  // The options as a table to lay beside one another, which the fallback has.
  for (const helps of all(".output > div > .milia-helps")) {
    helps.parentElement.hidden = true;
    helps.parentElement.parentElement.querySelector(":scope > .fallback").hidden = false;
  }

  for (const node of all(".skip, .anchor-link")) node.remove();
  // A link within the course leads nowhere from paper; one to a source does.
  for (const link of all('a[href]:not([href^="https:"])')) link.replaceWith(...link.childNodes);

  for (const node of all("details")) node.open = true;
  for (const picture of all("img")) picture.loading = "eager";
  await Promise.all(all("img").map((picture) => picture.decode().catch(() => {})));
}
