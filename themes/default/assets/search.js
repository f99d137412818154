// The search page: asks the engine, and shows the cards of lists. The index is loaded with the first question.
(() => {
  const form = document.querySelector("form.search");
  if (!form || !self.makeSearchEngine || !self.fetch || !self.URLSearchParams) return;
  const part = (name) => document.querySelector(name);
  const results = part(".results");
  const over = part(".over");
  const also = part(".also");
  const count = part(".result-count");
  const instead = part(".instead");
  const loose = part(".loose");
  const meant = part(".meant");
  const nothing = part(".nothing");
  const none = part(".none");
  const words = part(".words");
  const maybe = part(".maybe");
  const help = part(".ask");
  const write = part("[data-write]");
  const address = write && write.href;
  const more = part("[data-more]");
  const closed = part("[data-over]");
  const { root, own, noPermit, permitUnknown } = form.dataset;
  const texts = JSON.parse(form.dataset.texts);
  const who = part("#who").content;
  const site = new URL(root, location.href);
  const { lang } = document.documentElement;
  const SHOWN = 30;
  // Below this number of results, those in the board's own language are added.
  const ENOUGH = 8;
  const NO_FILTERS = ["q", "ordine", "stato"];
  // Words that mean the same, as many as are named.
  const MEANT = 6;
  let asked = 0;

  const engine = makeSearchEngine(async (path) => {
    const answer = await fetch(new URL(`ricerca/${path}`, site));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  });

  const empty = (element) => {
    while (element.firstChild) element.firstChild.remove();
  };

  // The card of lists, with one line more: for whom.
  function makeCard(found) {
    const shell = document.createElement("template");
    shell.innerHTML = found.card;
    const item = shell.content.firstElementChild;
    for (const link of item.querySelectorAll("a")) {
      const href = link.getAttribute("href");
      if (!/^[a-z]+:/.test(href)) link.href = new URL(href, site);
    }
    if (found.who) {
      const line = document.createElement("p");
      line.className = "card-facts";
      line.append(who.cloneNode(true));
      line.querySelector("bdi").textContent = found.who;
      item.append(line);
    }
    return item;
  }

  // Puts cards into a list; the script of every page marks them.
  function put(list, cards) {
    empty(list);
    list.append(...cards.map(makeCard));
    document.dispatchEvent(new CustomEvent("cards", { detail: list }));
    // What has closed since the build comes last.
    list.append(...list.querySelectorAll(".is-closed"));
  }

  // Shows results in a section of their own, hidden while there are none.
  function show(section, cards) {
    put(section.querySelector("ol"), cards);
    section.hidden = !cards.length;
  }

  const slug = ({ card }) => /<a href="[^"]*?([^"/]+)\/"/.exec(card)[1];
  // Languages of the site other than the page's that are written as a text is: somebody types Bengali on an Italian page.
  const links = [...document.querySelectorAll(".languages a[hreflang]")];
  const nameOf = (code) => links.find((link) => link.hreflang === code).textContent.trim();
  const titleOfOwn = also.querySelector("h2").textContent;
  const WRITTEN = [
    [/\p{Script=Arabic}/u, ["ar", "fa", "ur"]],
    [/\p{Script=Bengali}/u, ["bn"]],
    [/\p{Script=Cyrillic}/u, ["uk", "ru"]],
    [/\p{Script=Han}/u, ["zh"]],
    [/\p{Script=Latin}/u, ["en", "fr", "es"]],
  ];
  const languagesOf = (text) => {
    const [, codes] = WRITTEN.find(([letters]) => letters.test(text)) || [null, []];
    return codes.filter((code) => code !== lang && code !== own && links.some((link) => link.hreflang === code));
  };
  const countSentence = (total) =>
    texts.counts[texts.choice[Math.min(total, texts.choice.length - 1)]].replace("#", total);

  // What the form asks: question, filters, options, and the address that keeps it all.
  function readForm() {
    const query = { words: "", filters: {}, closed: true, byDay: false, address: new URLSearchParams() };
    let chosen = 0;
    for (const [field, value] of new FormData(form)) {
      if (value || field === "stato") query.address.set(field, value);
      if (field === "q") query.words = value.trim();
      if (field === "stato" && value === "open") query.closed = false;
      if (field === "ordine" && value) query.byDay = true;
      if (value && !NO_FILTERS.includes(field)) {
        query.filters[field] = value;
        chosen += 1;
      }
    }
    part(".chosen").textContent = chosen || "";
    query.asks = Boolean(query.words || chosen);
    return query;
  }

  // Words of a question that find something alone, as links.
  async function offerWords(query, turn) {
    const single = query.words.split(/\s+/).filter((word) => word.length > 2);
    if (single.length < 2) return;
    const found = await Promise.all(single.map((word) => engine.ask(lang, word, { filters: query.filters })));
    if (turn !== asked) return;
    const shown = words.querySelector("span");
    empty(shown);
    single.forEach((word, place) => {
      const total = found[place].open.length;
      if (!total || found[place].corrected.length) return;
      const link = document.createElement("a");
      link.href = `?q=${encodeURIComponent(word)}`;
      link.textContent = `${word} (${total})`;
      shown.append(link);
    });
    words.hidden = !shown.firstChild;
  }

  // Takes away all that was found and said.
  function clear() {
    for (const section of [over, also, maybe, nothing, help, more, closed, instead, loose, meant, words]) section.hidden = true;
    for (const list of [results, over.querySelector("ol"), count]) empty(list);
  }

  // What is offered besides the results: items that do not say whether a permit is needed, words alone, other languages.
  async function offerMore(query, { total, open, past }, turn) {
    // Without a permit: items that do not say whether one is needed are offered apart.
    if (query.filters.permesso === noPermit) {
      const filters = Object.assign({}, query.filters, { permesso: permitUnknown });
      const perhaps = await engine.ask(lang, query.words, Object.assign({}, query, { filters }));
      const cards = await engine.loadCards([...perhaps.open, ...perhaps.over].slice(0, SHOWN));
      if (turn !== asked) return;
      show(maybe, cards);
    }
    if (!total && query.words) await offerWords(query, turn);
    if (total >= ENOUGH || turn !== asked) return;
    const names = new Set([...open, ...past].map(slug));
    for (const code of total ? [own] : [own, ...languagesOf(query.words)]) {
      if (code === lang) continue;
      const other = await engine.ask(code, query.words, query);
      if (code !== own && (other.loose || other.corrected.length)) continue;
      const found = await engine.loadCards([...other.open, ...other.over].slice(0, SHOWN));
      const cards = found.filter((card) => !names.has(slug(card)));
      if (turn !== asked) return;
      if (!cards.length) continue;
      also.lang = code;
      const title = also.querySelector("h2");
      title.textContent = code === own ? titleOfOwn : nameOf(code);
      title.lang = code === own ? lang : code;
      show(also, cards);
      break;
    }
  }

  // Asks the engine and shows what it finds. Returns that, or null if it has been asked something else in the meantime.
  async function showResults(query, wanted, turn) {
    const answer = await engine.ask(lang, query.words, query);
    const [open, past] = await Promise.all([
      engine.loadCards(answer.open.slice(0, wanted)),
      engine.loadCards(answer.over.slice(0, Math.max(0, wanted - answer.open.length))),
    ]);
    if (turn !== asked) return null;
    for (const section of [also, maybe, words]) section.hidden = true;
    const total = answer.open.length + answer.over.length;
    const heading = document.createElement("h2");
    heading.textContent = countSentence(total);
    empty(count);
    count.append(heading);
    const [slip] = answer.corrected;
    instead.hidden = !slip || !total;
    if (slip) instead.textContent = texts.instead.replace("{asked}", slip.asked).replace("{word}", slip.word);
    loose.hidden = !answer.loose || !total;
    meant.hidden = !answer.meant.length || !total;
    meant.querySelector("span").textContent = answer.meant.slice(0, MEANT).join(" · ");
    for (const section of [nothing, help]) section.hidden = answer.open.length > 0;
    none.textContent = query.words ? texts.nothing.replace("{words}", query.words) : "";
    if (answer.hidden) none.textContent += ` ${texts.unfiltered.replace("{count}", answer.hidden)}`;
    // The board is asked for what was not found.
    if (write) write.href = `${address}${encodeURIComponent(query.words)}`;
    put(results, open);
    show(over, past);
    more.hidden = total <= wanted;
    more.onclick = () => search(wanted + SHOWN);
    closed.hidden = query.closed || !answer.open.length;
    return { total, open, past };
  }

  async function search(wanted = SHOWN) {
    const turn = (asked += 1);
    const query = readForm();
    history.replaceState(null, "", `?${query.address}`);
    // Results stand right under the question.
    part(".lead").hidden = query.asks;
    if (!query.asks) {
      clear();
      return;
    }
    let found;
    try {
      found = await showResults(query, wanted, turn);
    } catch (error) {
      console.error(error);
      if (turn !== asked) return;
      // What an earlier question found is no answer to this one.
      clear();
      count.textContent = texts.failed;
    }
    // What was found stays if the rest cannot be had.
    if (found) await offerMore(query, found, turn).catch((error) => console.error(error));
  }

  closed.addEventListener("click", () => {
    form.querySelector("[name=stato][value='']").checked = true;
    search();
  });
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(), 250);
  };
  form.hidden = false;
  part(".browse").remove();
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  // The lists of words come while somebody writes.
  form.addEventListener("focusin", () => engine.prepare(lang).catch(() => {}), { once: true });
  let given = false;
  new URLSearchParams(location.search).forEach((value, field) => {
    given = true;
    for (const element of form.elements) {
      if (element.name !== field) continue;
      if (element.type === "radio" || element.type === "checkbox") element.checked = element.value === value;
      else element.value = value;
    }
  });
  if (given) search();
})();
