// What keeps the board readable without a network. VERSION, ROOT_PAGES and ASSETS stand above this line.
//
// A page is always asked from the network first: a telephone that is online never shows what was. Without a network
// the saved page is shown; its own script says that it was saved, and marks what has closed since.
const SHELL = `shell-${VERSION}`;
const PAGES = "pages";
const SAVED = "saved";
// Bytes fetched ahead of being asked for, before compression, with room for the page that goes over.
const AHEAD = 460_000;
// Pages that stay because somebody visited them.
const VISITED = 60;
// A network that does not answer for so long, in milliseconds, is none.
const PATIENCE = 7_000;
const LIST = "saved.json";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(ASSETS)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(url));
  else if (url.searchParams.has("v")) event.respondWith(asset(event.request));
});

self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keep(new URL(event.data.keep)));
});

const below = (url) => url.href.slice(registration.scope.length).split(/[?#]/)[0];
const address = (url) => url.origin + url.pathname;

async function asset(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(url) {
  const cache = await caches.open(PAGES);
  const saved = await cache.match(address(url));
  try {
    const answer = await fetch(url, saved ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    const html = answer.headers.get("Content-Type")?.startsWith("text/html");
    if (answer.ok && html && !below(url).startsWith("redazione/")) {
      await cache.put(address(url), answer.clone());
      await forget(cache);
    }
    return answer;
  } catch {
    const found = saved ?? (await instead(cache, url));
    return found ? marked(found) : Response.error();
  }
}

// A saved page knows that it is one.
async function marked(saved) {
  const html = await saved.text();
  return new Response(html.replace("<body ", "<body data-saved "), { headers: saved.headers });
}

// The page that says what is saved, in the language of the address that was asked for.
async function instead(cache, url) {
  const language = below(url).split("/")[0];
  const prefix = ROOT_PAGES.includes(language) ? `${language}/` : "";
  return (await cache.match(`${registration.scope}${prefix}senza-rete/`)) ?? caches.match(`${registration.scope}senza-rete/`);
}

// Whoever visits a hundred pages keeps the last ones, and those that were fetched ahead.
async function forget(cache) {
  const ahead = new Set(Object.keys(await saved()).map((path) => registration.scope + path));
  const visited = (await cache.keys()).filter((request) => !ahead.has(request.url));
  await Promise.all(visited.slice(0, -VISITED).map((request) => cache.delete(request)));
}

async function saved() {
  const list = await (await caches.open(SAVED)).match(LIST);
  return list ? list.json() : {};
}

// Fetches the pages of a list whose content is another than the one that is kept, the most urgent first.
async function keep(list) {
  const { pages } = await (await fetch(list)).json();
  const cache = await caches.open(PAGES);
  const known = await saved();
  const wanted = new Map();
  let fetched = 0;
  for (const [path, version] of pages) {
    const url = new URL(path, list);
    const key = below(url);
    if (known[key] === version && (await cache.match(url.href))) {
      wanted.set(key, version);
      continue;
    }
    if (fetched > AHEAD) continue;
    const answer = await fetch(url);
    if (!answer.ok) continue;
    const bytes = await answer.arrayBuffer();
    fetched += bytes.byteLength;
    await cache.put(url.href, new Response(bytes, { headers: answer.headers }));
    wanted.set(key, version);
  }
  await Promise.all(Object.keys(known).filter((key) => !wanted.has(key)).map((key) => cache.delete(registration.scope + key)));
  await (await caches.open(SAVED)).put(LIST, new Response(JSON.stringify(Object.fromEntries(wanted))));
}
