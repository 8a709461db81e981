// Hosts show this page at any depth, where its relative links would lead astray. So it looks upward
// for the folder that holds the course, by a picture that is there, and has its links lead to that
// one. Written in front of this: MARK, the picture's address in that folder.
(() => {
  const HIGHEST = 8; // folders

  function holdsCourse(folder) {
    return new Promise((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve(true);
      picture.onerror = () => resolve(false);
      picture.src = new URL(MARK, folder);
    });
  }

  async function find(folder, left) {
    if (await holdsCourse(folder)) return folder;
    const above = new URL("..", folder);
    return left && above.href !== folder.href ? find(above, left - 1) : null;
  }

  addEventListener("DOMContentLoaded", async () => {
    const folder = location.protocol.startsWith("http") && await find(new URL(".", location), HIGHEST);
    if (!folder) return;
    for (const link of document.querySelectorAll("a:not([href^='#'])")) {
      link.href = new URL(link.getAttribute("href"), folder);
    }
  });
})();
