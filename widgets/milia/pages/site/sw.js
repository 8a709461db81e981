// After one visit the whole course opens without a network. Pages come from the network where
// there is one, so that a corrected sentence arrives; files whose names change with what they
// hold come from here. Written in front of this: VERSION, PAGES and FILES, relative to here.

const HERE = registration.scope;
const OURS = `milia ${HERE} `; // another course may live on the same host
const KEEP = OURS + VERSION;
const PATIENCE = 3000; // ms that a network has to begin its answer

addEventListener("install", (event) => {
  skipWaiting(); // the next page that is opened is the new one
  event.waitUntil(keepAll());
});

addEventListener("activate", (event) => event.waitUntil(forgetOlder()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/s, ""); // a page is the same for whoever was sent here
  if (request.method !== "GET" || !address.startsWith(HERE)) return;
  const path = address.slice(HERE.length);
  const page = pageOf(path);
  if (FILES.includes(path)) event.respondWith(fromHere(path, request));
  else if (page || request.mode === "navigate") event.respondWith(fromThere(page, request));
});

/** The page at a path, also on a host that leaves out "index.html" or ".html". */
function pageOf(path) {
  return [path, `${path}index.html`, `${path}.html`].find((name) => PAGES.includes(name));
}

async function keepAll() {
  const cache = await caches.open(KEEP);
  await Promise.all([
    ...PAGES.map(async (path) => keep(cache, path, await fetch(HERE + path, { cache: "no-cache" }))),
    ...FILES.map(async (path) => {
      // What an older version has, or one that was cut short, is not fetched again.
      await keep(cache, path, await caches.match(HERE + path) ?? await fetch(HERE + path));
    }),
  ]);
}

async function keep(cache, path, answer) {
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  // An answer that came by a redirect cannot be given for a page: a copy can.
  const headers = { "Content-Type": answer.headers.get("Content-Type") ?? "" };
  await cache.put(HERE + path, new Response(await answer.blob(), { headers }));
}

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== KEEP);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function kept(path) {
  return (await caches.open(KEEP)).match(HERE + path);
}

async function fromHere(path, request) {
  return await kept(path) ?? fetch(request);
}

/** A page as the network has it; as it is kept, if none answers soon or the host is in trouble. */
async function fromThere(page, request) {
  const old = page && await kept(page);
  const waiting = [fetch(request, { cache: "no-cache" })];
  if (old) waiting.push(new Promise((resolve) => { setTimeout(resolve, PATIENCE, old); }));
  try {
    const answer = await Promise.race(waiting);
    if (!old || answer.status < 500) return answer;
  } catch { /* no network */ }
  // Its links are relative, so it has to be shown where it is.
  return old ?? Response.redirect(`${HERE}404.html`);
}
