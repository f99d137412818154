// Search page. Pagefind's index is loaded on the first search.
const form = document.querySelector("form.search");
const part = (name) => document.querySelector(name);
const results = part(".results");
const over = part(".over");
const also = part(".also");
const count = part(".result-count");
const maybe = part(".maybe");
const nothing = part(".nothing");
const more = part("[data-more]");
const { root, failed, own, noPermit, permitUnknown } = form.dataset;
// Sentences for each number of results, and which of them up to 100.
const [sentences, choice] = JSON.parse(form.dataset.counts);
const shards = JSON.parse(form.dataset.shards);
const who = part("#who").content;
const site = new URL(root, location.href);
const page = document.documentElement;
const SHOWN = 30;
// Below this number of results, those in the board's own language are added.
const ENOUGH = 8;
const NO_FILTERS = ["q", "ordine", "stato"];
// Languages written without spaces between words.
const UNSPACED = ["zh", "ja", "th"];
const engines = new Map();
let asked = 0;

// One engine for each part of the index: open items of a language, and its archive by years. Pagefind picks the part
// by the page's language when an engine is created. Engines loaded from one URL share their word lists, so each
// language has its own URL.
async function start(language, part) {
  const loading = await import(new URL(`pagefind/pagefind.js?${language}`, site).href);
  const shown = page.lang;
  page.lang = part;
  const made = loading.createInstance({ basePath: new URL("pagefind/", site).pathname, baseUrl: site.pathname });
  page.lang = shown;
  await made.init();
  return made;
}

function engine(language, part) {
  if (!engines.has(part)) engines.set(part, start(language, part));
  return engines.get(part);
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Length of the common prefix of two words.
function shared(one, other) {
  let most = 0;
  for (let start = 0; start < one.length; start++) {
    while (other.includes(one.slice(start, start + most + 1)) && start + most < one.length) most++;
  }
  return most;
}

// A part without a matching word answers with prefixes of the query («XI» for «xilofono»): these are not results. All
// results of a part match the same words, so checking the first is enough.
async function isMeant(language, query, results) {
  const first = results.find((result) => result.words.length);
  if (!query || !first || UNSPACED.includes(language.split("-")[0])) return true;
  const text = (await first.data()).content.split(/\s+/);
  const found = [...new Set(first.words.map((place) => plain(text[place] || "")))];
  return plain(query).split(/[^\p{L}\p{N}]+/u).every((word) => {
    const needed = Math.max(Math.min(3, word.length), Math.ceil(word.length * 0.4));
    return found.some((other) => shared(word, other) >= needed);
  });
}

// Results in order: what is open, then the archive; by relevance, or by closing day, the archive backwards.
async function find(language, query, { filters, open, byDay }) {
  const current = language.toLowerCase();
  const parts = (shards[language] || []).filter((part) => !open || part === current);
  const ask = async (part) => {
    const sort = byDay ? { scadenza: part === current ? "asc" : "desc" } : undefined;
    const { results } = await (await engine(language, part)).search(query || null, { filters, sort });
    return (await isMeant(language, query, results)) ? results : [];
  };
  // Shared files must be loaded before a second engine starts.
  const found = parts.length ? [await ask(parts[0])] : [];
  found.push(...(await Promise.all(parts.slice(1).map(ask))));
  const isOpen = (place) => parts[place] === current;
  const sorted = (kept) => {
    const results = found.filter((_, place) => isOpen(place) === kept).flat();
    return byDay ? results : results.sort((one, other) => other.score - one.score);
  };
  return { open: sorted(true), over: sorted(false) };
}

const load = (results) => Promise.all(results.map((result) => result.data()));

// The card of lists, which the index holds, with one line more: for whom.
function card({ meta }) {
  const shell = document.createElement("template");
  shell.innerHTML = meta.card;
  const item = shell.content.firstElementChild;
  for (const link of item.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), site);
  if (meta.who) {
    const line = document.createElement("p");
    line.className = "card-facts";
    line.append(who.cloneNode(true));
    line.querySelector("bdi").textContent = meta.who;
    item.append(line);
  }
  return item;
}

// Puts cards into a list; the script of every page marks them.
function put(list, data) {
  list.replaceChildren(...data.map(card));
  document.dispatchEvent(new CustomEvent("cards", { detail: list }));
  // What has closed since the build comes last.
  list.append(...list.querySelectorAll(".is-closed"));
}

// Shows results in a section of their own, hidden while there are none.
function show(section, data) {
  put(section.querySelector("ol"), data);
  section.hidden = !data.length;
}

const name = (url) => url.split("/").filter(Boolean).pop();

async function search(wanted = SHOWN) {
  const turn = ++asked;
  const fields = new FormData(form);
  const query = fields.get("q").trim();
  const address = new URLSearchParams();
  const filters = {};
  for (const [field, value] of fields) {
    if (value || field === "stato") address.set(field, value);
    if (value && !NO_FILTERS.includes(field)) filters[field] = value;
  }
  history.replaceState(null, "", `?${address}`);
  const asks = query || Object.keys(filters).length;
  for (const section of [also, maybe, nothing, more]) section.hidden = true;
  if (!asks) {
    for (const list of [results, over.querySelector("ol")]) list.replaceChildren();
    over.hidden = true;
    count.textContent = "";
    return;
  }
  const options = { filters, open: fields.get("stato") === "open", byDay: fields.get("ordine") === "scadenza" };
  try {
    const found = await find(page.lang, query, options);
    const [open, closed] = await Promise.all([
      load(found.open.slice(0, wanted)),
      load(found.over.slice(0, Math.max(0, wanted - found.open.length))),
    ]);
    if (turn !== asked) return;
    const total = found.open.length + found.over.length;
    const heading = document.createElement("h2");
    heading.textContent = sentences[choice[Math.min(total, choice.length - 1)]].replace("#", total);
    count.replaceChildren(heading);
    put(results, open);
    show(over, closed);
    more.hidden = total <= wanted;
    more.onclick = () => search(wanted + SHOWN);
    // Without a permit: items that do not say whether one is needed are offered apart.
    if (filters.permesso === noPermit) {
      const unknown = { ...options, filters: { ...filters, permesso: permitUnknown } };
      const perhaps = await find(page.lang, query, unknown);
      const data = await load([...perhaps.open, ...perhaps.over].slice(0, SHOWN));
      if (turn !== asked) return;
      show(maybe, data);
    }
    if (!total) {
      const past = options.open ? (await find(page.lang, query, { ...options, open: false })).over.length : 0;
      if (turn !== asked) return;
      const button = nothing.querySelector("[data-over]");
      button.hidden = !past;
      button.querySelector("b").textContent = past;
      nothing.hidden = false;
    }
    if (page.lang === own || total >= ENOUGH) return;
    const names = new Set([...open, ...closed].map((found) => name(found.url)));
    const italian = await find(own, query, options);
    const others = (await load([...italian.open, ...italian.over].slice(0, SHOWN))).filter((found) => !names.has(name(found.url)));
    if (turn === asked) show(also, others);
  } catch (error) {
    console.error(error);
    if (turn === asked) count.textContent = failed;
  }
}

part("[data-over]").addEventListener("click", () => {
  form.querySelector("[name=stato][value='']").checked = true;
  search();
});
let timer;
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => search(), 250);
};
form.hidden = false;
document.querySelector(".browse").remove();
form.addEventListener("input", soon);
form.addEventListener("reset", soon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
const given = new URLSearchParams(location.search);
for (const [field, value] of given) {
  for (const element of form.elements) {
    if (element.name !== field) continue;
    if (element.type === "radio" || element.type === "checkbox") element.checked = element.value === value;
    else element.value = value;
    const folded = value && field !== "stato" && element.closest("details");
    if (folded) folded.open = true;
  }
}
if (String(given)) search();
