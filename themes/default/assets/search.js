// The search page. Pagefind's index is fetched when somebody searches, not before.
const form = document.querySelector("form.search");
const results = document.querySelector(".results");
const also = document.querySelector(".also");
const count = document.querySelector(".result-count");
const { root, counts, failed, own } = form.dataset;
const numbers = JSON.parse(counts);
const icons = document.querySelector("#icons").content;
const site = new URL(root, location.href);
const page = document.documentElement;
const SHOWN = 30;
// With fewer results than these, those of the board's own language follow.
const ENOUGH = 8;
const NO_FILTERS = ["q", "ordine"];
const engines = new Map();
let asked = 0;

// An engine for each language. Pagefind takes the language from the page when an engine is made.
async function engine(language) {
  if (!engines.has(language)) {
    const loading = await import(new URL("pagefind/pagefind.js", site).href);
    const shown = page.lang;
    page.lang = language;
    const made = loading.createInstance({ basePath: new URL("pagefind/", site).pathname, baseUrl: site.pathname });
    page.lang = shown;
    await made.init();
    engines.set(language, made);
  }
  return engines.get(language);
}

async function find(language, query, options, wanted) {
  const found = await (await engine(language)).search(query || null, options);
  const data = await Promise.all(found.results.slice(0, wanted).map((result) => result.data()));
  return { total: found.results.length, data };
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
  const asks = query || Object.keys(filters).some((field) => field !== "stato");
  also.hidden = true;
  if (!asks) {
    results.replaceChildren();
    count.textContent = "";
    return;
  }
  const options = { filters, sort: fields.get("ordine") === "scadenza" ? { scadenza: "asc" } : undefined };
  try {
    const { total, data } = await find(page.lang, query, options, SHOWN);
    if (turn !== asked) return;
    count.textContent = numbers[total] ?? numbers[numbers.length - 1].replace("100", total);
    results.replaceChildren(...data.map(card));
    if (page.lang === own || total >= ENOUGH) return;
    const names = new Set(data.map((found) => name(found.url)));
    const others = (await find(own, query, options, SHOWN)).data.filter((found) => !names.has(name(found.url)));
    if (turn !== asked || !others.length) return;
    also.querySelector("ol").replaceChildren(...others.map(card));
    also.hidden = false;
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
