// «Can I go?»: answers, on the reader's own telephone, whether they can take part in what a page shows. What they said is
// kept on this device only. The rules are those of src/compose/eligibility/, which also says what the codes in `data-asks`
// mean; a test compares both on many people and items.
//
// A module, which only the page of the questions loads, and script.js for whoever has answered them.

export const NO = 0;
export const ASK = 1;
export const YES = 2;
// Letters of permits: those that in force allow any work, and those so close to others that it is worth asking.
const WORK = "bcdefijklmno";
const RELATED = { e: "f", f: "el", l: "f", o: "bcn" };
const KNOWN = "peigrz?";
const ADULT = 18;
const OLDEST = 120;

// The answer about the permit, and the codes of why: an expired permit asks for the receipt of its renewal, `x`, and for the
// rest only if that is open too.
function permitAnswer(code, { held, permit }) {
  const plain = (answer) => [answer, [code || "p"]];
  if (code === "p0") return plain(YES);
  if (!code) return plain(held === "valido" ? YES : ASK);
  const found = /^p([a-z]*|\*)([A-Z]*)$/.exec(code);
  if (!found) return plain(ASK);
  const [, kinds, flags] = found;
  const says = (flag) => flags.includes(flag);
  if (held === "nessuno") return plain(says("N") ? ASK : NO);
  const related = (RELATED[permit] || "").split("").some((other) => kinds.includes(other));
  let kind = NO;
  if (kinds === "*" || (permit && kinds.includes(permit))) kind = YES;
  else if (!permit || related) kind = ASK;
  let state = ASK;
  if (held === "valido" || (held === "ricevuta" && says("R"))) state = YES;
  else if (held === "scaduto" && says("V") && !says("R") && !says("X")) state = NO;
  const allowed = held === "valido" && permit && WORK.includes(permit);
  const answer = Math.min(kind, state, says("W") && !allowed ? ASK : YES);
  if (held !== "scaduto" || says("X") || answer !== ASK) return plain(answer);
  return [answer, says("W") || kind !== YES ? [code, "x"] : ["x"]];
}

function ageAnswer(code, age) {
  const found = /^e(?:(\d*)-(\d*))?(c?)$/.exec(code || "e");
  if (!found) return ASK;
  const [, from, to, children] = found;
  const [youngest, oldest] = age || [0, OLDEST];
  let least = YES;
  if (from) least = oldest < Number(from) ? NO : youngest < Number(from) ? ASK : YES;
  else if (youngest < ADULT && !children) least = ASK;
  let most = YES;
  if (to) most = youngest > Number(to) ? NO : oldest > Number(to) ? ASK : YES;
  return Math.min(least, most);
}

function levelAnswer(code, italian) {
  if (!code) return YES;
  const found = /^i(\d*)-(\d*)$/.exec(code);
  if (!found || italian === undefined) return ASK;
  return (found[1] && italian < Number(found[1])) || (found[2] && italian > Number(found[2])) ? NO : YES;
}

// To be a woman, and to come with children, which nobody is asked about.
function genderAnswers(code, sex) {
  const woman = sex === "uomo" ? NO : sex === "donna" ? YES : ASK;
  return [["gd", woman]].concat(code === "gd" ? [] : [[code, ASK]]);
}

// To live somewhere is not yet to be registered there: never a yes.
function residenceAnswer(code, home) {
  return home === undefined || code.slice(1).split(",").includes(String(home)) ? ASK : NO;
}

function assessOne(alternative, person) {
  const name = alternative.indexOf("=");
  const codes = (name < 0 ? alternative : alternative.slice(0, name)).split(" ").filter(Boolean);
  const find = (letter) => codes.find((code) => code[0] === letter && code.length > 1);
  const [permit, age, level] = ["p", "e", "i"].map(find);
  const answers = [
    [...permitAnswer(permit, person), permit],
    [ageAnswer(age, person.age), [age || "e"], age],
    [levelAnswer(level, person.italian), [level || "i"], level],
  ];
  const add = (code, answer) => answers.push([answer, [code], code]);
  for (const code of codes) {
    if (code[0] === "g") for (const [part, answer] of genderAnswers(code, person.sex)) add(part, answer);
    else if (code[0] === "r") add(code, residenceAnswer(code, person.home));
    else if (code[0] === "?") for (const letter of code.slice(1)) add(`?${letter}`, ASK);
    // A page that is newer than this script may ask for what it does not know.
    else if (!KNOWN.includes(code[0])) add(code, ASK);
  }
  const answer = Math.min(...answers.map(([one]) => one));
  const decides = ([one, , stated]) => one === answer && (stated || answer !== YES);
  const reasons = [].concat(...answers.filter(decides).map(([, why]) => why));
  const near = person.home !== undefined && codes.includes(`z${person.home}`);
  return { answer, reasons, near, edition: name < 0 ? "" : alternative.slice(name + 1) };
}

// The best answer among the alternatives of an item, and of equal ones that with the fewest conditions that fail or are open:
// what it is, the codes of the conditions that decide it, and the editions for which it holds, the near ones first. Of
// what is met, a yes has what all of them ask. The person has `held`, a letter as `permit`, `age` as the lowest and highest,
// `italian` and `home` as numbers, `sex`; what is not known is absent.
export function assess(asks, person) {
  const found = asks.split("|").map((alternative) => assessOne(alternative, person));
  const open = ({ answer, reasons }) => (answer === YES ? 0 : reasons.length);
  const isBetter = (one, other) => one.answer > other.answer || (one.answer === other.answer && open(one) < open(other));
  const best = found.reduce((first, other) => (isBetter(other, first) ? other : first));
  const { answer } = best;
  const why = (one) => one.reasons.join(" ");
  const equal = found.filter((one) => one.answer === answer && (answer === YES || why(one) === why(best)));
  const reasons = best.reasons.filter((code) => equal.every((one) => one.reasons.includes(code)));
  const sorted = equal.filter((one) => one.near).concat(equal.filter((one) => !one.near));
  const editions = [...new Set(sorted.map((one) => one.edition).filter(Boolean))];
  return { answer, reasons, editions };
}

// The answers to the questions, which are kept as the query of an address, as a person. `tables` are the board's permits and
// districts: what it does not know counts as not said.
export function toPerson(kept, { permits, zones, levels }) {
  const said = new URLSearchParams(kept);
  const place = (list, value) => (list.includes(value) ? list.indexOf(value) : undefined);
  const age = /^(\d+)-(\d+)$/.exec(said.get("eta") || "");
  const zone = said.get("zona");
  const held = said.get("stato");
  return {
    held: ["valido", "ricevuta", "scaduto", "nessuno"].includes(held) ? held : undefined,
    permit: permits[said.get("permesso")],
    age: age ? [Number(age[1]), Number(age[2])] : undefined,
    italian: place(levels, said.get("italiano")),
    home: zone === "altrove" ? -1 : place(zones, zone),
    sex: said.get("sesso") || undefined,
  };
}

const NAME = "posso-andare";
const MOST_REASONS = 3;
const PAGES = 20;
const SIGNS = ["M6 6l12 12M18 6L6 18", "M8 9a4 4 0 1 1 6 3.4c-1.4.8-2 1.5-2 2.6M12 19.5v.1", "M4 13l5 5L20 6"];
const CLASSES = ["no", "ask", "yes"];

const brand = () => document.querySelector(".brand").href;

// What a board asks in words, and its permits and districts; kept for when there is no network, if that is still wanted.
async function loadTables(isWanted = () => true) {
  const name = `${NAME} ${document.documentElement.lang}`;
  try {
    const answer = await fetch(new URL(`${NAME}/condizioni.json`, brand()).href);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    const text = await answer.text();
    if (isWanted()) window.board.memory(name, text);
    return JSON.parse(text);
  } catch (error) {
    const kept = window.board.memory(name);
    if (!kept) throw error;
    return JSON.parse(kept);
  }
}

function sign(answer) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SIGNS[answer]);
  svg.append(path);
  return svg;
}

// «Yes, you can go», with its reasons; on a card the first of them, and each as short as it can be.
function line(found, { labels, reasons, whole, own }, most) {
  const shown = document.createElement("p");
  shown.className = `fit fit-${CLASSES[found.answer]}`;
  const word = document.createElement("strong");
  word.textContent = labels[found.answer];
  shown.append(sign(found.answer), word);
  const texts = found.reasons.map((code) => (most === Infinity && whole && whole[code]) || reasons[code]).filter(Boolean);
  const parts = texts.slice(0, most);
  if (found.answer !== NO) parts.unshift(...found.editions);
  const why = document.createElement("span");
  parts.forEach((text, place) => {
    const part = document.createElement("bdi");
    if (found.editions.includes(text)) part.lang = own;
    part.textContent = text;
    why.append(place || found.answer !== NO ? " · " : " ", part);
  });
  if (texts.length > most) why.append(" …");
  shown.append(why);
  return shown;
}

// Whether bookings are over for what has not happened yet: script.js says it in place of the date.
function isBookingOver(element) {
  const timed = element.matches("[data-next-over]") ? element : element.querySelector("[data-next-over]");
  const shown = timed && timed.querySelector("[data-relative]");
  return Boolean(shown) && shown.textContent === timed.dataset.nextOver;
}

// Puts the answer at the beginning of each open card and of the item; answers of before go.
function mark(page, person, tables) {
  for (const old of page.querySelectorAll(".fit")) old.remove();
  if (!person) return;
  for (const element of page.querySelectorAll("[data-asks].is-open")) {
    if (isBookingOver(element)) continue;
    const found = assess(element.dataset.asks, person);
    if (element.matches(".card")) {
      element.prepend(line(found, tables, MOST_REASONS));
    } else {
      const shown = line(found, tables, Infinity);
      const change = document.createElement("a");
      change.href = new URL(`${NAME}/`, brand()).href;
      change.textContent = tables.labels[3];
      shown.append(" ", change);
      element.querySelector("h1").after(shown);
    }
  }
}

function addStyle() {
  const script = document.querySelector('script[src*="assets/script.js"]').src;
  const href = script.replace("script.js", "eligibility.css");
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}

// Cards of everything that is open: the home page has them, and the pages that follow it. Without an answer of the network,
// those that were kept.
async function openCards() {
  const cards = [];
  let address = new URL(brand());
  for (let page = 1; address && page <= PAGES; page++) {
    let answer = await fetch(address.href).catch(() => null);
    if (!answer || !answer.ok) answer = window.caches && (await caches.match(address.href));
    if (!answer && page === 1) throw new Error(`no answer: ${address.href}`);
    if (!answer) break;
    const list = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const card of list.querySelectorAll(".card[data-asks]")) {
      for (const link of card.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
      cards.push(document.importNode(card, true));
    }
    const next = list.querySelector('a[rel="next"]');
    address = next && new URL(next.getAttribute("href"), address);
  }
  return cards;
}

// The page of the questions.
function ask(form) {
  const memory = window.board.memory;
  const part = (name) => document.querySelector(name);
  const [found, failed, gone, share, forget] = [".found", ".failed", ".forgotten", ".share", ".forget"].map(part);
  const { href } = share;
  // Counts what the reader asked for: what comes of something earlier is shown no more.
  let asked = 0;

  const given = () => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) said.set(name, value);
    return said.toString();
  };

  const fill = (kept) => {
    for (const [name, value] of new URLSearchParams(kept)) {
      for (const element of form.elements) {
        if (element.name !== name) continue;
        if (element.type === "radio") element.checked = element.value === value;
        else if ([...element.options].some((option) => option.value === value)) element.value = value;
      }
    }
  };

  // Which permit matters only to whoever has one.
  const fold = () => {
    const held = new FormData(form).get("stato");
    part(".which").hidden = !held || held === "nessuno";
    if (part(".which").hidden) form.elements.permesso.value = "";
  };

  const show = async () => {
    const turn = (asked += 1);
    const isCurrent = () => turn === asked;
    const kept = given();
    for (const element of [failed, gone]) element.hidden = true;
    share.href = `https://wa.me/?text=${encodeURIComponent(`${document.title}\n${location.href.split("#")[0]}#${kept}`)}`;
    try {
      const [tables, cards] = await Promise.all([loadTables(isCurrent), openCards()]);
      if (!isCurrent()) return false;
      const person = toPerson(kept, tables);
      const zone = form.elements.zona && form.elements.zona.selectedOptions[0].dataset.path;
      const isNear = (card) => Boolean(zone && card.querySelector(`a[href$="/${zone}"]`));
      const near = cards.filter(isNear);
      const sorted = near.concat(cards.filter((card) => !near.includes(card)));
      const fitting = { [NO]: [], [ASK]: [], [YES]: [] };
      for (const card of sorted) fitting[assess(card.dataset.asks, person).answer].push(card);
      for (const section of found.querySelectorAll("[data-answer]")) {
        const list = section.querySelector("ol");
        list.textContent = "";
        list.append(...fitting[section.dataset.answer]);
        document.dispatchEvent(new CustomEvent("cards", { detail: list }));
      }
      mark(found, person, tables);
      // What has closed since the build is no answer.
      for (const closed of found.querySelectorAll(".card")) if (!closed.querySelector(".fit")) closed.remove();
      for (const section of found.querySelectorAll("[data-answer]")) {
        const left = section.querySelectorAll(".card").length;
        section.querySelector("b").textContent = left;
        section.hidden = !left;
      }
      found.hidden = false;
      return true;
    } catch (error) {
      console.error(error);
      if (!isCurrent()) return false;
      found.hidden = true;
      failed.hidden = false;
      return false;
    }
  };

  form.hidden = false;
  part(".browse").remove();
  // Answers that came in a message are kept only if the reader asks for what they lead to.
  const sent = location.hash.slice(1);
  const kept = sent || memory(NAME) || "";
  fill(kept);
  fold();
  forget.hidden = !memory(NAME);
  if (kept) show();
  form.addEventListener("change", fold);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = given();
    memory(NAME, said || null);
    forget.hidden = !said;
    if (await show()) found.querySelector("h2").scrollIntoView();
  });
  forget.addEventListener("click", () => {
    asked += 1;
    share.href = href;
    memory(NAME, null);
    for (const { lang } of document.querySelectorAll(".languages a")) memory(`${NAME} ${lang}`, null);
    history.replaceState(null, "", location.pathname);
    form.reset();
    fold();
    for (const element of [found, failed, forget]) element.hidden = true;
    gone.hidden = false;
  });
}

async function start() {
  const form = document.querySelector("form.person");
  if (form) {
    ask(form);
    return;
  }
  const kept = window.board.memory(NAME);
  if (!kept || !document.querySelector("[data-asks], form.search")) return;
  const tables = await loadTables();
  const person = toPerson(kept, tables);
  addStyle();
  mark(document, person, tables);
  // Cards of the search come later.
  document.addEventListener("cards", ({ detail }) => mark(detail, person, tables));
}

if (typeof document !== "undefined") start().catch((error) => console.error(error));
