// The search page. Pagefind's index is fetched when somebody searches, not before.
const form = document.querySelector("form.search");
const results = document.querySelector(".results");
const count = document.querySelector(".result-count");
const { root, counts, failed } = form.dataset;
const numbers = JSON.parse(counts);
const icons = document.querySelector("#icons").content;
const site = new URL(root, location.href);
const SHOWN = 30;
let pagefind;
let asked = 0;

async function load() {
  if (!pagefind) {
    const loading = await import(new URL("pagefind/pagefind.js", site).href);
    await loading.options({ baseUrl: site.pathname, excerptLength: 24 });
    await loading.init();
    pagefind = loading;
  }
  return pagefind;
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

async function search() {
  const turn = ++asked;
  const fields = new FormData(form);
  const query = fields.get("q").trim();
  const filters = {};
  for (const name of ["stato", "tipo", "zona", "ente", "anno"]) {
    if (fields.get(name)) filters[name] = fields.get(name);
  }
  const address = new URLSearchParams();
  for (const [name, value] of fields) if (value || name === "stato") address.set(name, value);
  history.replaceState(null, "", `?${address}`);
  const asks = query || Object.keys(filters).some((name) => name !== "stato");
  if (!asks) {
    results.replaceChildren();
    count.textContent = "";
    return;
  }
  try {
    const engine = await load();
    const sort = fields.get("ordine") === "scadenza" ? { scadenza: "asc" } : undefined;
    const found = await engine.search(query || null, { filters, sort });
    const data = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    if (turn !== asked) return;
    count.textContent = numbers[found.results.length] ?? numbers[numbers.length - 1].replace("100", found.results.length);
    results.replaceChildren(...data.map(card));
  } catch (error) {
    console.error(error);
    count.textContent = failed;
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
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
const given = new URLSearchParams(location.search);
for (const [name, value] of given) {
  for (const field of form.elements) {
    if (field.name !== name) continue;
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
}
if (given.size) search();
