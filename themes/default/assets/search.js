// Search page. Pagefind's index is loaded on the first search.
const form = document.querySelector("form.search");
const results = document.querySelector(".results");
const also = document.querySelector(".also");
const count = document.querySelector(".result-count");
const maybe = document.querySelector(".maybe");
const { root, counts, failed, own, noPermit, permitUnknown } = form.dataset;
const numbers = JSON.parse(counts);
const shards = JSON.parse(form.dataset.shards);
const icons = document.querySelector("#icons").content;
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
  const found = [...new Set(first.words.map((place) => plain(text[place] ?? "")))];
  return plain(query).split(/[^\p{L}\p{N}]+/u).every((word) => {
    const needed = Math.max(Math.min(3, word.length), Math.ceil(word.length * 0.4));
    return found.some((other) => shared(word, other) >= needed);
  });
}

// Sorted by closing day: open items, then the archive, latest year first. Sorted by relevance: all parts mixed.
async function find(language, query, { filters, open, byDay }, wanted) {
  const current = language.toLowerCase();
  const parts = (shards[language] ?? []).filter((part) => !open || part === current);
  const ask = async (part) => {
    const sort = byDay ? { scadenza: part === current ? "asc" : "desc" } : undefined;
    const { results } = await (await engine(language, part)).search(query || null, { filters, sort });
    return (await isMeant(language, query, results)) ? results : [];
  };
  // Shared files must be loaded before a second engine starts.
  const found = parts.length ? [await ask(parts[0])] : [];
  found.push(...(await Promise.all(parts.slice(1).map(ask))));
  const results = found.flat();
  if (!byDay) results.sort((one, other) => other.score - one.score);
  const data = await Promise.all(results.slice(0, wanted).map((result) => result.data()));
  return { total: results.length, data };
}

function card(data) {
  const { title, kind, kind_label, status, sentence, example } = data.meta;
  const item = document.createElement("li");
  item.className = `card kind-${kind} is-${status}`;
  const link = document.createElement("a");
  link.href = data.url;
  const kinds = document.createElement("span");
  kinds.className = "card-kind";
  const icon = icons.querySelector(`[data-kind="${kind}"]`);
  if (icon) kinds.append(icon.firstElementChild.cloneNode(true));
  kinds.append(kind_label);
  if (example) {
    const mark = document.createElement("span");
    mark.className = "example";
    mark.textContent = example;
    kinds.append(mark);
  }
  const name = document.createElement("span");
  name.className = "card-title";
  name.dir = "auto";
  name.textContent = title;
  const facts = document.createElement("span");
  facts.className = "card-facts";
  facts.textContent = sentence;
  link.append(kinds, name, facts);
  item.append(link);
  return item;
}

// Shows results in a section of their own, hidden while there are none.
function show(section, data) {
  section.querySelector("ol").replaceChildren(...data.map(card));
  section.hidden = !data.length;
}

const name = (url) => url.split("/").filter(Boolean).pop();

async function search() {
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
  also.hidden = true;
  maybe.hidden = true;
  if (!asks) {
    results.replaceChildren();
    count.textContent = "";
    return;
  }
  const options = { filters, open: fields.get("stato") === "open", byDay: fields.get("ordine") === "scadenza" };
  try {
    const { total, data } = await find(page.lang, query, options, SHOWN);
    if (turn !== asked) return;
    count.textContent = numbers[total] ?? numbers[numbers.length - 1].replace("100", total);
    results.replaceChildren(...data.map(card));
    // Without a permit: items that do not say whether one is needed are offered apart.
    if (filters.permesso === noPermit) {
      const unknown = { ...options, filters: { ...filters, permesso: permitUnknown } };
      const found = await find(page.lang, query, unknown, SHOWN);
      if (turn !== asked) return;
      show(maybe, found.data);
    }
    if (page.lang === own || total >= ENOUGH) return;
    const names = new Set(data.map((found) => name(found.url)));
    const others = (await find(own, query, options, SHOWN)).data.filter((found) => !names.has(name(found.url)));
    if (turn === asked) show(also, others);
  } catch (error) {
    console.error(error);
    if (turn === asked) count.textContent = failed;
  }
}

let timer;
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(search, 250);
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
    if (value && field !== "stato") element.closest("details")?.setAttribute("open", "");
  }
}
if (given.size) search();
