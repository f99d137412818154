// The sheet to hand over: fetches the facts of the chosen items in the reader's language and in the board's own, and puts
// them side by side, for paper, for a messenger, or behind an address that can be sent.
(() => {
  const { read, write, isSlug } = window.chosenItems;
  const { path } = window.board;
  const section = document.querySelector("#handout");
  const empty = document.querySelector("#handout-empty");
  const select = section.querySelector("select");
  const place = section.querySelector(".handout-items");
  const head = section.querySelector(".handout-head");
  const day = section.querySelector("[data-day]");
  const said = section.querySelector("[data-said]");
  const shortened = section.querySelector("[data-shortened]");
  const icons = document.querySelector("#fact-icons").content;
  const { own } = document.body.dataset;
  const texts = section.dataset;
  const closed = JSON.parse(document.body.dataset.words).closed;
  const option = (code) => [...select.options].find((option) => option.value === code);
  const ownRoot = option(own).dataset.root;

  // The longest text that WhatsApp takes in an address without being cut on the way.
  const MAX_LINK = 4000;

  const part = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const inLanguage = (element, code) => {
    element.lang = code;
    element.dir = option(code).dataset.dir;
    return element;
  };

  // What the address asks for comes before what this device has kept.
  const asked = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    const items = (values.get("items") || "").split(",").filter(isSlug);
    return { items, language: values.get("l") };
  };
  let { items, language } = asked();
  if (!items.length) items = read();
  if (language && option(language)) select.value = language;
  else if (select.value === own && option(window.board.memory("foglio-lingua"))) select.value = window.board.memory("foglio-lingua");

  const address = () => `#items=${items.join(",")}&l=${select.value}`;
  const shared = () => `${location.origin}${path}${option(select.value).dataset.root}foglio/${address()}`;

  const facts = new Map();
  const load = async (slug, code) => {
    const url = `${path}${option(code).dataset.root}o/${slug}/foglio.json`;
    if (!facts.has(url)) {
      const answer = await fetch(url);
      if (answer.status === 404 || answer.status === 410) return null;
      if (!answer.ok) throw new Error(answer.status);
      facts.set(url, await answer.json());
    }
    return facts.get(url);
  };

  const translated = (lines) => lines.filter((line) => !line.foreign).map((line) => line.text);

  // The same as `pair_handouts` in the program.
  const pair = (reader, ours) => ({
    kind: ours.kind,
    url: reader.url,
    over: isOver(ours),
    title: reader.title.foreign ? reader.kind_label : reader.title.text,
    ownTitle: ours.title.text,
    facts: ours.facts.map((fact) => {
      const other = reader.facts.find(({ name }) => name === fact.name) || fact;
      const lines = translated(other.lines);
      const same = lines.join("\n") === translated(fact.lines).join("\n");
      return { ...fact, label: other.label, ownLabel: fact.label, lines: same ? [] : lines, own: translated(fact.lines) };
    }),
  });

  const isOver = ({ last_day: day, last_moment: moment }) => {
    const { timeZone } = document.body.dataset;
    const now = new Date().toLocaleString("sv-SE", { timeZone }).replace(" ", "T").slice(0, 16);
    return Boolean((day && now.slice(0, 10) > day) || (moment && now >= moment));
  };

  // A label and its lines.
  const cell = (code, label, lines, apart) => {
    const made = inLanguage(part("div", "handout-cell"), code);
    made.append(part("b", "", `${label}${option(code).dataset.colon}`));
    lines.forEach((line, place) => {
      if (place) made.append(apart ? part("br") : " · ");
      // A telephone number does not break; in what is copied its spaces stay usual ones.
      const words = part("bdi", "", line.replace(/(\d) (?=\d)/g, "$1\u00A0"));
      // A line that begins with a name still runs as its language does.
      words.dir = made.dir;
      made.append(words);
    });
    return made;
  };

  const remove = (slug) => {
    const button = part("button", "handout-remove", texts.remove);
    button.type = "button";
    button.addEventListener("click", () => keep(items.filter((other) => other !== slug)));
    return button;
  };

  const sheetOf = (slug, item) => {
    const reader = select.value;
    const made = part("section", `handout-item kind-${item.kind}`);
    const titles = part("div", "handout-titles");
    titles.append(inLanguage(part("h2", "", item.title), reader));
    if (item.ownTitle !== item.title) titles.append(inLanguage(part("p", "handout-own-title", item.ownTitle), own));
    const code = part("img", "handout-code");
    Object.assign(code, { src: `${path}${option(reader).dataset.root}o/${slug}/qr.svg`, alt: "", width: 76, height: 76 });
    made.append(code, titles);
    if (item.over) made.append(part("p", "badge", closed));
    for (const fact of item.facts) {
      const row = part("div", "handout-fact");
      // Groups, days and steps stand one below the other.
      const apart = ["when", "steps"].includes(fact.name) && fact.own.length > 2;
      const icon = icons.querySelector(`[data-icon="${fact.icon}"] svg`);
      if (icon) row.append(icon.cloneNode(true));
      if (fact.lines.length) row.append(cell(reader, fact.label, fact.lines, apart), cell(own, fact.ownLabel, fact.own, apart));
      else {
        // Once for both: the labels of both languages, and the lines as they are in the board's own.
        const labels = fact.label === fact.ownLabel ? fact.label : `${fact.label} · ${fact.ownLabel}`;
        const both = cell(reader, labels, fact.own, apart);
        for (const line of both.querySelectorAll("bdi")) inLanguage(line, own);
        both.classList.add("handout-both");
        row.append(both);
      }
      made.append(row);
    }
    made.append(remove(slug));
    return made;
  };

  // The same as the template `handout.md` in the program.
  const blockOf = (item) => {
    const lines = [`*${item.title}*`];
    if (item.ownTitle !== item.title) lines.push(item.ownTitle);
    for (const fact of item.facts) {
      const ours = fact.own.join(" · ");
      lines.push(...(fact.lines.length ? [`${fact.emoji} ${fact.lines.join(" · ")}`, ours] : [`${fact.emoji} ${ours}`]));
    }
    return [...lines, `🔗 ${item.url}`].join("\n");
  };
  const textOf = (blocks) => {
    const { money } = option(select.value).dataset;
    return [...blocks, `${document.querySelector("[property='og:site_name']").content}. ${money}`].join("\n\n");
  };

  // What a text that is too long leaves out, in this order. Left is what nobody can do without: the title, by when, where,
  // the numbers, of the way to take part what has a number or an address, and the page.
  const SPARED = ["organisation", "hours", "steps", "documents", "who", "warnings", "cost", "when"];
  const shortBlock = (item, spared, few) => {
    const facts = item.facts.filter(({ name }) => !spared.includes(name)).map((fact) => {
      const lines = fact.lines.length ? fact.lines : fact.own;
      if (!few) return { ...fact, lines };
      // Of each group its hours, days and street.
      if (fact.name === "when") return { ...fact, lines: lines.map((line) => line.split(" · ").slice(0, 4).join(" · ")) };
      const reach = ["status", "where"].includes(fact.name) ? [] : lines.filter((line) => /@|\d{3}/.test(line));
      return { ...fact, lines: reach.length ? reach : lines.slice(0, 1) };
    });
    return [`*${item.title}*`, ...facts.map(({ emoji, lines }) => `${emoji} ${lines.join(" · ")}`), `🔗 ${item.url}`].join("\n");
  };

  // Texts for an address, from the whole one to ever shorter ones: without the board's language, then without one fact
  // after the other, with fewer lines, then of the last items only title and page, at the end titles and this sheet's address.
  const textsFor = function* (found) {
    yield textOf(found.map(blockOf));
    const shortText = (count, few) => textOf(found.map((item) => shortBlock(item, SPARED.slice(0, count), few)));
    for (let count = 0; count < SPARED.length; count += 1) yield shortText(count, false);
    // The days go last: of a course in groups they have the streets.
    yield shortText(SPARED.length - 1, true);
    yield shortText(SPARED.length, true);
    for (let whole = found.length - 1; whole > 0; whole -= 1) {
      yield textOf(found.map((item, place) => (place < whole ? shortBlock(item, SPARED, true) : `*${item.title}*\n🔗 ${item.url}`)));
    }
    yield [...found.map((item) => `*${item.title}*`), shared()].join("\n");
  };

  let turn = 0;
  let text = "";
  const show = async () => {
    const mine = ++turn;
    section.hidden = !items.length;
    empty.hidden = Boolean(items.length);
    history.replaceState(null, "", items.length ? address() : location.pathname);
    if (!items.length) return;
    const answers = await Promise.all(items.map(async (slug) => {
      try {
        const [reader, ours] = await Promise.all([load(slug, select.value), load(slug, own)]);
        return reader && ours ? pair(reader, ours) : null;
      } catch {
        return undefined;
      }
    }));
    if (mine !== turn) return;
    place.textContent = "";
    place.dataset.count = items.length;
    answers.forEach((item, number) => {
      const slug = items[number];
      if (item) return place.append(sheetOf(slug, item));
      const missing = part("section", "handout-item");
      missing.append(part("p", "note", `${item === null ? texts.gone : texts.failed}: ${slug.replace(/-/g, " ")}`), remove(slug));
      return place.append(missing);
    });
    head.textContent = "";
    day.textContent = "";
    for (const code of new Set([select.value, own])) {
      const { title, trust, updated } = option(code).dataset;
      if (day.firstChild) day.append(" · ");
      day.append(inLanguage(part("bdi", "", updated), code));
      const words = inLanguage(part("div"), code);
      words.append(part("strong", "", title), part("span", "", trust));
      head.append(words);
    }
    const found = answers.filter(Boolean);
    const fits = (words) => encodeURIComponent(words).length <= MAX_LINK;
    const candidates = [...textsFor(found)];
    const sent = candidates.find(fits) || candidates[candidates.length - 1];
    [text] = candidates;
    shortened.hidden = sent === text;
    section.querySelector("[data-do=send]").href = `https://wa.me/?text=${encodeURIComponent(sent)}`;
  };

  const keep = (slugs) => {
    items = slugs;
    write(slugs);
    show();
  };

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = texts.copied;
    } catch {
      // Without a clipboard one marks and copies by hand.
      const area = part("textarea", "handout-text");
      area.value = words;
      said.textContent = "";
      said.append(area);
      area.select();
    }
  };

  const actions = {
    print: () => print(),
    text: () => copy(text),
    link: () => copy(shared()),
    clear: () => keep([]),
  };
  section.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    const action = button && actions[button.dataset.do];
    if (action) action();
  });
  select.addEventListener("change", () => {
    window.board.memory("foglio-lingua", select.value);
    show();
  });
  addEventListener("hashchange", () => {
    const now = asked();
    if (now.items.length) items = now.items;
    if (now.language && option(now.language)) select.value = now.language;
    show();
  });
  document.querySelector("#handout-no-script").hidden = true;
  show();
})();
