// Service worker: keeps the board readable offline. The build prepends VERSION, ROOT_PAGES and ASSETS.
//
// Network first: an online phone never shows old pages, and what cannot be stored is shown all the same. Offline the saved
// page is shown; its own script says that it was saved and marks what has closed since.

// Boards of one host share its storage: the caches of each carry its path.
const PLACE = new URL(registration.scope).pathname;
const SHELLS = `shell ${PLACE} `;
const SHELL = SHELLS + VERSION;
const PAGES = `pages ${PLACE}`;
const SAVED = `saved ${PLACE}`;
// Limit of prefetched bytes, before compression, which leaves a quarter of them; the page that exceeds it is kept.
const MAX_PREFETCH_BYTES = 700000;
// Number of visited pages kept, and those that stay when there is no room for one more.
const VISITED = 60;
const VISITED_WHEN_FULL = 20;
const NETWORK_TIMEOUT_MS = 7000;
const LIST = "saved.json";
// Header with the time at which a page was saved.
const SAVED_AT_HEADER = "X-Saved";

// With Save-Data, visited pages are kept but nothing is prefetched: style and script are already in the browser's cache.
self.addEventListener("install", (event) => {
  const versioned = (path) => path.includes("?v=");
  const savesData = (navigator.connection || {}).saveData;
  const ahead = savesData ? ASSETS.filter(versioned) : ASSETS;
  const wanted = ahead.map((path) => new Request(path, { cache: versioned(path) ? "force-cache" : "default" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(wanted)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(url, event));
  else if (url.searchParams.has("v")) event.respondWith(asset(event.request));
});

self.addEventListener("message", (event) => {
  if (event.data.seen) event.waitUntil(see(new URL(event.data.seen), event.data.parts));
  if (!event.data.keep) return;
  const kept = keep(new URL(event.data.keep)).catch(() => false);
  const [port] = event.ports;
  event.waitUntil(kept.then((complete) => port && port.postMessage(complete)));
});

const below = (url) => url.href.slice(registration.scope.length).split(/[?#]/)[0];
const address = (url) => url.origin + url.pathname;

// What a cache of this board has; storage may be forbidden or broken.
const find = (name, request, options) => caches.open(name).then((cache) => cache.match(request, options)).catch(() => undefined);

// An old saved page asks for old versions of style and script: serve the current ones, because without its script it
// could not show that it has closed.
async function asset(request) {
  const saved = await find(SHELL, request);
  if (saved) return saved;
  try {
    const answer = await fetch(request);
    if (answer.ok) await replace(request, answer.clone()).catch(() => {});
    return answer;
  } catch {
    return (await find(SHELL, request, { ignoreSearch: true })) || Response.error();
  }
}

// Keeps an asset in place of its older versions.
async function replace(request, answer) {
  const cache = await caches.open(SHELL);
  await cache.put(request, answer);
  const versions = await cache.keys(request, { ignoreSearch: true });
  await Promise.all(versions.filter((old) => old.url !== request.url).map((old) => cache.delete(old)));
}

// The page from the network, or the saved one if the network fails or is too slow; what comes late replaces the saved one.
async function page(url, event) {
  const saved = await find(PAGES, address(url));
  const asked = fetch(url).then((answer) => {
    event.waitUntil(remember(url, answer.clone()));
    return answer;
  });
  const failed = asked.catch(() => undefined);
  // A worker that has answered may be stopped before what comes late is there.
  event.waitUntil(failed);
  const answer = await (saved ? Promise.race([failed, late()]) : failed);
  if (!answer) return saved ? markAsSaved(saved) : offlinePage(url);
  // Browsers reject redirected responses for navigations: return the redirect itself.
  return answer.redirected ? Response.redirect(answer.url) : answer;
}

const late = () => new Promise((resolve) => { setTimeout(resolve, NETWORK_TIMEOUT_MS); });

// Keeps a visited page, if there is room for it.
async function remember(url, answer) {
  const type = answer.headers.get("Content-Type") || "";
  if (!answer.ok || answer.redirected || !type.startsWith("text/html") || below(url).startsWith("redazione/")) return;
  const again = answer.clone();
  try {
    const cache = await caches.open(PAGES);
    try {
      await cache.put(address(url), dated(answer));
      await forget(cache, VISITED);
    } catch {
      // There is no room: the oldest make some.
      await forget(cache, VISITED_WHEN_FULL);
      await cache.put(address(url), dated(again));
    }
  } catch {}
}

// The page that registered the worker was loaded before it, with its parts: take them from the browser's cache.
async function see(url, parts) {
  await remember(url, await fetch(url, { cache: "force-cache" }));
  await Promise.all(parts.map((part) => asset(new Request(part, { cache: "force-cache" }))));
}

// Stamps a response with the current time.
function dated(answer) {
  const headers = new Headers(answer.headers);
  headers.set(SAVED_AT_HEADER, new Date().toISOString());
  return new Response(answer.body, { headers });
}

// Marks a page as saved, with the time.
async function markAsSaved(saved) {
  const html = await saved.text();
  const came = saved.headers.get(SAVED_AT_HEADER) || "";
  return new Response(html.replace("<body ", `<body data-saved="${came}" `), { headers: saved.headers });
}

// Offline page in the language of the requested URL. It answers at that URL, so that reloading works when the network is
// back; its links, relative to its own URL, are made absolute.
async function offlinePage(url) {
  const language = below(url).split("/")[0];
  const own = "senza-rete/";
  const paths = ROOT_PAGES.includes(language) ? [`${language}/${own}`, own] : [own];
  let found;
  for (const path of paths) found = found || (await find(PAGES, registration.scope + path));
  found = found || (await find(SHELL, registration.scope + own));
  if (!found) return Response.error();
  const html = (await found.text()).replace(/( (?:href|src)=")(?:\.\.\/)+/g, (_, name) => name + registration.scope);
  return new Response(html, { headers: found.headers });
}

// Evicts the oldest visited pages beyond a number; prefetched ones are kept.
async function forget(cache, most) {
  const ahead = new Set(Object.keys(await saved()).map((path) => registration.scope + path));
  const visited = (await cache.keys()).filter((request) => !ahead.has(request.url));
  await Promise.all(visited.slice(0, -most).map((request) => cache.delete(request)));
}

async function saved() {
  const list = await find(SAVED, LIST);
  return list ? list.json() : {};
}

// Prefetches changed pages of a list, most urgent first; resolves to whether it completed. If the network or the
// server fails, fetched and saved pages stay and the rest is fetched next time. If there is no room for more, it has
// completed: asking again would cost the reader the same data in vain.
async function keep(list) {
  const cache = await caches.open(PAGES);
  const { pages } = await (await fetch(list)).json();
  const known = await saved();
  const wanted = {};
  let fetched = 0;
  let complete = true;
  let full = false;
  for (const [path, version] of pages) {
    // The home page's path is "", which alone would be resolved to the list's.
    const url = new URL(path || "./", list);
    const key = below(url);
    if (known[key] === version && (await cache.match(url.href))) {
      wanted[key] = version;
      continue;
    }
    if (fetched > MAX_PREFETCH_BYTES || full) continue;
    try {
      const answer = await fetch(url);
      // What is gone is not kept; what the server cannot give now may be there next time.
      if (answer.status === 404 || answer.status === 410) continue;
      if (!answer.ok) throw new Error(`${answer.status} ${url}`);
      const bytes = await answer.arrayBuffer();
      fetched += bytes.byteLength;
      const put = cache.put(url.href, dated(new Response(bytes, { headers: answer.headers })));
      full = await put.then(() => false, () => true);
      if (!full) wanted[key] = version;
    } catch {
      complete = false;
      break;
    }
  }
  // Old entries stay until all their replacements have arrived.
  const whole = complete && !full;
  if (whole) await Promise.all(Object.keys(known).filter((key) => !(key in wanted)).map((key) => cache.delete(registration.scope + key)));
  const now = whole ? wanted : { ...known, ...wanted };
  const noted = (await caches.open(SAVED)).put(LIST, new Response(JSON.stringify(now)));
  await noted.catch(() => {});
  return complete;
}
