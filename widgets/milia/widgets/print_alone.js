/** Print this paper alone: everything else on the page stays off it, and it is gone afterwards. */
function printAlone(paper) {
  const page = document.documentElement;
  document.querySelector(".milia-paper")?.remove();
  paper.classList.add("milia", "milia-paper");
  document.body.append(paper);
  page.dataset.miliaAlone = "";
  addEventListener("afterprint", () => {
    paper.remove();
    delete page.dataset.miliaAlone;
  }, { once: true });
  print();
}

/** A line to write on; it stands on paper only. */
const writingLine = () => make("div", { className: "milia-paper-line" });

/** Date and company of a visit, to fill in. */
const visitLines = () => make("p", { className: "milia-paper-fill" }, "Date", writingLine(), "With", writingLine());
