// Service worker: keeps the board readable offline. The build prepends VERSION, ROOT_PAGES and ASSETS.
//
// Network first: an online phone never shows old pages. Offline the saved page is shown; its own script says that it was
// saved and marks what has closed since.
const SHELL = `shell-${VERSION}`;
const PAGES = "pages";
const SAVED = "saved";
// Limit of prefetched bytes, before compression, which leaves a quarter of them; the page that exceeds it is kept.
const AHEAD = 700_000;
// Number of visited pages kept.
const VISITED = 60;
// Network timeout, in milliseconds.
const PATIENCE = 7_000;
const LIST = "saved.json";
// Header with the time at which a page was saved.
const CAME = "X-Saved";

// With Save-Data, visited pages are kept but nothing is prefetched: style and script are already in the browser's cache.
self.addEventListener("install", (event) => {
  const versioned = (path) => path.includes("?v=");
  const ahead = navigator.connection?.saveData ? ASSETS.filter(versioned) : ASSETS;
  const wanted = ahead.map((path) => new Request(path, { cache: versioned(path) ? "force-cache" : "default" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(wanted)).then(() => self.skipWaiting()));
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
  if (event.data.seen) event.waitUntil(see(new URL(event.data.seen), event.data.parts));
  if (!event.data.keep) return;
  const kept = keep(new URL(event.data.keep)).catch(() => false);
  event.waitUntil(kept.then((complete) => event.ports[0]?.postMessage(complete)));
});

const below = (url) => url.href.slice(registration.scope.length).split(/[?#]/)[0];
const address = (url) => url.origin + url.pathname;

// An old saved page asks for old versions of style and script: serve the current ones, because without its script it
// could not show that it has closed.
async function asset(request) {
  const saved = await caches.match(request);
  if (saved) return saved;
  try {
    const answer = await fetch(request);
    if (answer.ok) await replace(request, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}

// Keeps an asset in place of its older versions.
async function replace(request, answer) {
  const cache = await caches.open(SHELL);
  await cache.put(request, answer);
  const versions = await cache.keys(request, { ignoreSearch: true });
  await Promise.all(versions.filter((old) => old.url !== request.url).map((old) => cache.delete(old)));
}

async function page(url) {
  const cache = await caches.open(PAGES);
  const saved = await cache.match(address(url));
  try {
    const answer = await fetch(url, saved ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    // Browsers reject redirected responses for navigations: return the redirect itself.
    if (answer.redirected) return Response.redirect(answer.url);
    await remember(cache, url, answer.clone());
    return answer;
  } catch {
    return saved ? marked(saved) : instead(cache, url);
  }
}

async function remember(cache, url, answer) {
  const html = answer.headers.get("Content-Type")?.startsWith("text/html");
  if (!answer.ok || !html || below(url).startsWith("redazione/")) return;
  await cache.put(address(url), dated(answer));
  await forget(cache);
}

// The page that registered the worker was loaded before it, with its parts: take them from the browser's cache.
async function see(url, parts) {
  await remember(await caches.open(PAGES), url, await fetch(url, { cache: "force-cache" }));
  await Promise.all(parts.map((part) => asset(new Request(part, { cache: "force-cache" }))));
}

// Stamps a response with the current time.
function dated(answer) {
  const headers = new Headers(answer.headers);
  headers.set(CAME, new Date().toISOString());
  return new Response(answer.body, { headers });
}

// Marks a page as saved, with the time.
async function marked(saved) {
  const html = await saved.text();
  const came = saved.headers.get(CAME) ?? "";
  return new Response(html.replace("<body ", `<body data-saved="${came}" `), { headers: saved.headers });
}

// Offline page in the language of the requested URL. It answers at that URL, so that reloading works when the network is
// back; its links, relative to its own URL, are made absolute.
async function instead(cache, url) {
  const language = below(url).split("/")[0];
  const prefix = ROOT_PAGES.includes(language) ? `${language}/` : "";
  const found = (await cache.match(`${registration.scope}${prefix}senza-rete/`)) ?? (await caches.match(`${registration.scope}senza-rete/`));
  if (!found) return Response.error();
  const html = (await found.text()).replace(/( (?:href|src)=")(?:\.\.\/)+/g, (_, name) => name + registration.scope);
  return new Response(html, { headers: found.headers });
}

// Evicts the oldest visited pages; prefetched ones are kept.
async function forget(cache) {
  const ahead = new Set(Object.keys(await saved()).map((path) => registration.scope + path));
  const visited = (await cache.keys()).filter((request) => !ahead.has(request.url));
  await Promise.all(visited.slice(0, -VISITED).map((request) => cache.delete(request)));
}

async function saved() {
  const list = await (await caches.open(SAVED)).match(LIST);
  return list ? list.json() : {};
}

// Prefetches changed pages of a list, most urgent first; resolves to whether it completed. If the network fails, fetched
// pages stay and the rest is fetched next time.
async function keep(list) {
  const { pages } = await (await fetch(list)).json();
  const cache = await caches.open(PAGES);
  const known = await saved();
  const wanted = new Map();
  let fetched = 0;
  let complete = true;
  for (const [path, version] of pages) {
    // The home page's path is "", which alone would be resolved to the list's.
    const url = new URL(path || "./", list);
    const key = below(url);
    if (known[key] === version && (await cache.match(url.href))) {
      wanted.set(key, version);
      continue;
    }
    if (fetched > AHEAD) continue;
    try {
      const answer = await fetch(url);
      if (!answer.ok) continue;
      const bytes = await answer.arrayBuffer();
      fetched += bytes.byteLength;
      await cache.put(url.href, dated(new Response(bytes, { headers: answer.headers })));
      wanted.set(key, version);
    } catch {
      complete = false;
      break;
    }
  }
  // Old entries stay until all their replacements have arrived.
  if (complete) await Promise.all(Object.keys(known).filter((key) => !wanted.has(key)).map((key) => cache.delete(registration.scope + key)));
  const now = { ...(complete ? {} : known), ...Object.fromEntries(wanted) };
  await (await caches.open(SAVED)).put(LIST, new Response(JSON.stringify(now)));
  return complete;
}
