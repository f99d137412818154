// What every page does: what depends on the time of reading (days left, items that have closed since the build), the chosen
// language, reading aloud, offline use.
//
// All scripts keep to the syntax of 2019 (Chrome 70, Safari 13), and look before they use what came later: what a browser
// does not have, its pages do without.
//
// For the scripts of single pages, which run after this one: `board.path` is the board's folder on its host, and
// `board.memory(name)` reads what is kept on this device under a name, `board.memory(name, value)` keeps a text, null
// deletes it; null is what is not there. Boards of one host share its storage: the names of each carry its path.
window.board = (() => {
  const path = new URL("../", document.currentScript.src).pathname;
  // Storage may be forbidden or full: then nothing is kept.
  const memory = (name, value) => {
    const key = `${name} ${path}`;
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {}
    return null;
  };
  return { path, memory };
})();

(() => {
  const { memory } = window.board;
  // Whoever has answered «Can I go?» finds the answer on every page.
  if (memory("posso-andare") && document.querySelector("[data-asks], form.search")) {
    const answers = document.createElement("script");
    answers.type = "module";
    answers.src = document.currentScript.src.replace("script.js", "eligibility.js");
    document.head.append(answers);
  }

  const { timeZone, words, saved, own } = document.body.dataset;
  const texts = JSON.parse(words);
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false,
  }).formatToParts(new Date());
  const part = (type) => parts.find((found) => found.type === type).value;
  // Some browsers call midnight 24.
  const hour = String(part("hour") % 24).padStart(2, "0");
  const today = `${part("year")}-${part("month")}-${part("day")}`;
  const now = `${today}T${hour}:${part("minute")}`;
  const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

  // What has closed goes to the end of its page of cards, below a heading of its own.
  const putLast = (card) => {
    const from = card.parentElement;
    if (!from || !from.matches("ul.cards") || card.closest("[hidden], .instead")) return;
    let last = document.querySelector("details.over > .cards");
    if (!last) {
      const folded = document.createElement("details");
      folded.className = "over";
      folded.innerHTML = '<summary><h2 class="quiet"></h2></summary><ul class="cards"></ul>';
      folded.querySelector("h2").textContent = texts.over;
      const [list] = [...document.querySelectorAll("main > .cards")].slice(-1);
      if (list) list.after(folded);
      last = folded.lastChild;
    }
    last.append(card);
    if (!from.children.length) {
      const heading = from.previousElementSibling;
      if (heading && heading.matches("h2")) heading.remove();
      from.remove();
    }
  };

  // The page of an item that has closed: what ended and what is open come first, the old text is folded and leads nowhere.
  const foldItem = (item) => {
    for (const part of item.querySelectorAll(".ended, .instead")) part.hidden = false;
    for (const part of item.querySelectorAll(".rest .status, .rest .code, .rest .actions, .rest [data-apply], .rest [data-geo]")) part.remove();
    const rest = item.querySelector("div.rest");
    if (!rest) return;
    for (const link of rest.querySelectorAll(".how a, [href^='tel:'], [href^='mailto:'], [href^='https://wa.me/']")) {
      link.replaceWith(...link.childNodes);
    }
    const folded = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = rest.dataset.old;
    folded.className = "rest";
    folded.append(summary, ...rest.childNodes);
    rest.replaceWith(folded);
  };

  // Cards of the search come later.
  const mark = (page) => {
  for (const element of page.querySelectorAll("[data-last-day]")) {
    const { lastDay, lastMoment, nextDay = lastDay, nextMoment, nextOver } = element.dataset;
    const open = element.closest(".is-open");
    if (!open) continue;
    const shown = element.querySelector("[data-relative]");
    if (today > lastDay || (lastMoment && now >= lastMoment)) {
      open.classList.replace("is-open", "is-closed");
      shown.textContent = texts.closed;
      if (open.matches(".item")) foldItem(open);
      else putLast(open);
      continue;
    }
    // Bookings are over, the event is not.
    if (nextOver && (today > nextDay || (nextMoment && now >= nextMoment))) {
      shown.textContent = nextOver;
      for (const actions of open.querySelectorAll("[data-apply]")) actions.remove();
      continue;
    }
    const left = days(today, nextDay);
    // Without a date in words there is nothing to count down to.
    const text = !shown.textContent ? "" : left === 0 ? texts.today : left === 1 ? texts.tomorrow : texts.days[left - 2];
    if (text) {
      const relative = document.createElement("span");
      relative.className = left < 2 ? "soon now" : "soon";
      relative.textContent = text;
      shown.append(" ", relative);
    }
  }
  };
  mark(document);
  document.addEventListener("cards", ({ detail }) => mark(detail));

  // Whether somebody answers at this moment, else when next.
  for (const element of document.querySelectorAll("[data-slots]")) {
    const weekday = new Date(`${today}T12:00Z`).getUTCDay() || 7;
    const minute = hour * 60 + Number(part("minute"));
    const week = 7 * 24 * 60;
    const waits = element.dataset.slots.split(",").map((slot) => {
      const [day, start, end] = slot.split(" ").map(Number);
      const from = (day - weekday) * 24 * 60 - minute;
      return from + start <= 0 && from + end > 0 ? 0 : (from + start + week) % week;
    });
    const wait = Math.min(...waits);
    const moment = new Date(Date.parse(`${now}Z`) + wait * 60000);
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", weekday: "long" }).format(moment);
    const time = `${moment.getUTCHours()}:${String(moment.getUTCMinutes()).padStart(2, "0")}`;
    element.textContent = wait ? element.dataset.later.replace("{moment}", `${day} ${time}`) : element.dataset.now;
  }

  // Leads links to the board's own language to the chosen language, if that page exists.
  const { lang } = document.documentElement;
  const home = new URL(document.querySelector(".brand").href).pathname;
  const switcher = document.querySelector(".languages");
  const others = [...document.querySelectorAll(".languages a")];
  if (switcher) {
    switcher.addEventListener("click", ({ target }) => {
      if (target.hreflang) memory("lingua", target.hreflang);
    });
  }
  const chosen = memory("lingua");
  // Whoever comes from a code on a wall sees the languages before anything else.
  if (lang === own && !chosen && !document.referrer && switcher && document.querySelector(".item, .code") && !memory("kept")) {
    switcher.open = !navigator.languages.some((code) => code.split("-")[0] === own);
  }
  const kept = document.querySelector("[data-kept]");
  if (lang === own && chosen && chosen !== own && !document.referrer.startsWith(location.origin)) {
    const link = others.find((other) => other.hreflang === chosen);
    // The offline page answers in place of any page, in any language, which may be saved in the chosen language.
    const below = location.pathname.slice(home.length);
    const folder = kept && others.map((other) => other.hreflang).find((code) => below.startsWith(`${code}/`));
    const translated = `${home}${chosen}/${below.slice(folder ? folder.length + 1 : 0)}`;
    const instead = kept && folder !== chosen;
    // The whole address: a path alone may begin with `//` and lead to another host.
    if (link && link.origin === location.origin && (link.pathname === translated || instead)) {
      location.replace(link.origin + translated + location.search + location.hash);
    }
  }

  // The page of addresses that do not exist is the same for all. An item that has no page in the address's language has one
  // in the board's own; else what is said in the reader's language comes first.
  const missing = document.querySelector("[data-missing]");
  if (missing) {
    const below = location.pathname.slice(home.length);
    const [, code, item] = /^([a-z-]{2,11})\/(o\/.+)$/i.exec(below) || [];
    if (code) {
      const address = location.origin + home + item;
      fetch(address, { method: "HEAD" }).then(({ ok }) => { if (ok) location.replace(address); }, () => {});
    }
    const mine = [below.split("/")[0], chosen, ...navigator.languages.map((tag) => tag.split("-")[0])];
    const first = mine.find((tag) => tag === own || document.querySelector(`main li[lang="${tag}"]`));
    const words = first && document.querySelector(`main li[lang="${first}"]`);
    if (words) {
      const list = document.createElement("ul");
      list.className = "cards empty lead";
      list.style.marginTop = "1rem";
      list.append(words);
      missing.before(list);
    }
  }

  // With large letters the bar of the button would cover what it belongs to.
  const bar = document.querySelector(".apply");
  if (bar && window.ResizeObserver) new ResizeObserver(() => bar.classList.toggle("unstuck", bar.offsetHeight > innerHeight * 0.15)).observe(bar);

  // The words that nobody has translated, for a translator on the telephone.
  const copy = document.querySelector(".copy");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      // What is folded has no text to copy.
      for (const fold of document.querySelectorAll(".item details")) fold.open = true;
      const parts = [...document.querySelectorAll(`.item [lang="${own}"]`)].filter((part) => !part.parentElement.closest(`[lang="${own}"], .instead`));
      await navigator.clipboard.writeText(parts.map((part) => part.innerText.trim()).filter(Boolean).join("\n\n"));
      copy.textContent = copy.dataset.copied;
    });
  }

  // On phones, open the map application.
  if (/Android/.test(navigator.userAgent)) {
    for (const link of document.querySelectorAll("[data-geo]")) link.href = link.dataset.geo;
  }

  // Reads the page aloud, each part in a voice of its language; without such a voice the button stays hidden.
  const button = document.querySelector("[data-listen]");
  if (button && window.speechSynthesis) {
    const parts = "h1, .ended, .lead, .status, .note, .item dt, .item dd, .item h2, .item h3, .prose p, .prose li, .how > li, .warnings li";
    const silent = ["[hidden]", ".instead", ...["who", "when", "where", "cost"].map((answer) => `.fold .row-${answer}`)].join(", ");
    // Mandarin is zh-CN on some devices and cmn on others; Android writes ar_EG.
    const speaks = (tag, code) => [code, code === "zh" ? "cmn" : code].includes(tag.toLowerCase().split(/[-_]/)[0]);
    const voice = (code) => speechSynthesis.getVoices().find((voice) => speaks(voice.lang, code));
    const offer = () => { button.hidden = !voice(lang); };
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", offer);
    offer();
    const label = button.querySelector("span");
    const texts = [label.textContent, button.dataset.listen];
    const show = (speaking) => { label.textContent = texts[Number(speaking)]; };
    // An Italian address inside Arabic text is read by an Italian voice.
    const say = (part) => {
      const runs = [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const code = walker.currentNode.parentElement.closest("[lang]").lang;
        if (!runs.length || runs[runs.length - 1].code !== code) runs.push({ code, text: "" });
        runs[runs.length - 1].text += walker.currentNode.data;
      }
      for (const { code, text } of runs) {
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const said = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim());
        said.lang = code;
        said.voice = voice(code) || null;
        said.onend = () => show(speechSynthesis.pending || speechSynthesis.speaking);
        speechSynthesis.speak(said);
      }
    };
    button.addEventListener("click", () => {
      const speaking = speechSynthesis.speaking;
      speechSynthesis.cancel();
      show(!speaking);
      if (speaking) return;
      for (const part of document.querySelectorAll(parts)) {
        if (!part.parentElement.closest(parts) && !part.closest(silent)) say(part);
      }
    });
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  // Offline use: registers the service worker. Not in the preview, whose pages change while one writes.
  if (saved !== undefined) {
    const note = document.createElement("p");
    note.className = "note saved";
    note.setAttribute("role", "status");
    const when = Date.parse(saved) ? new Date(saved) : new Date();
    const day = when.toLocaleDateString(`${document.documentElement.lang}-u-ca-gregory`, { day: "numeric", month: "long", year: "numeric", timeZone });
    note.textContent = texts.saved.replace("{date}", day);
    document.querySelector("main").prepend(note);
  }
  if (kept) {
    // Nothing was saved where storage is missing or forbidden.
    const find = async (url) => {
      try {
        return await caches.match(url);
      } catch {
        return undefined;
      }
    };
    const lines = [...kept.querySelectorAll("li")];
    Promise.all(lines.map((line) => find(line.querySelector("a").href))).then((pages) => {
      for (const [place, line] of lines.entries()) if (!pages[place]) line.remove();
      // A district's list may have been left out for its weight.
      for (const link of kept.querySelectorAll(".fact a")) {
        find(link.href).then((page) => { if (!page) link.replaceWith(...link.childNodes); });
      }
      for (const list of kept.querySelectorAll("ul")) {
        if (list.children.length) continue;
        list.previousElementSibling.remove();
        list.remove();
      }
      kept.hidden = !kept.querySelector("li");
    });
  }
  const preview = document.querySelector('[src^="/_bacheca/"]');
  if ("serviceWorker" in navigator && !preview) {
    addEventListener("load", async () => {
      const first = !navigator.serviceWorker.controller;
      try {
        await navigator.serviceWorker.register(`${window.board.path}sw.js`);
      } catch {
        // Forbidden, or no room for it: then there is no offline use.
        return;
      }
      const worker = (await navigator.serviceWorker.ready).active;
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const parts = loaded.filter((part) => part.origin === location.origin && part.searchParams.has("v"));
      if (first) worker.postMessage({ seen: location.href, parts: parts.map(String) });
      // Once a day, prefetch open items in the reader's language only.
      const now = `${lang} ${today}`;
      const kept = memory("kept");
      const mine = memory("lingua") || (kept || lang).split(" ")[0];
      if (kept === now || lang !== mine || saved !== undefined || (navigator.connection || {}).saveData) return;
      const answer = new MessageChannel();
      // Do not ask again only if the prefetch completed.
      answer.port1.onmessage = ({ data }) => { if (data) memory("kept", now); };
      worker.postMessage({ keep: new URL("offline.json", document.querySelector(".brand").href).href }, [answer.port2]);
    });
  }
})();
