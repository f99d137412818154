// A tick on the card and on the page of each open item: what is ticked makes the sheet to hand over (`foglio/`). The choice
// stays on this device; where storage is forbidden it lasts as long as the page, whose link to the sheet carries it.
window.chosenItems = (() => {
  const { memory } = window.board;
  const NAME = "foglio";
  const isSlug = (slug) => typeof slug === "string" && /^[a-z0-9-]+$/.test(slug);
  let items = [];
  const read = () => {
    try {
      items = JSON.parse(memory(NAME)).filter(isSlug);
    } catch {}
    return items;
  };
  const write = (slugs) => {
    items = slugs;
    memory(NAME, slugs.length ? JSON.stringify(slugs) : null);
  };
  return { read, write, isSlug };
})();

(() => {
  const menu = document.querySelector("[data-tick]");
  if (!menu || document.querySelector("#handout")) return;
  const { read, write } = window.chosenItems;
  const script = document.currentScript.src;
  const slugOf = (path) => (/\/o\/([a-z0-9-]+)\/$/.exec(path) || [])[1];
  let styled = false;

  const bar = document.createElement("p");
  bar.className = "sheet-bar";
  bar.hidden = true;
  const link = document.createElement("a");
  link.className = "button";
  bar.setAttribute("role", "status");
  bar.append(link);

  const show = () => {
    const items = read();
    bar.hidden = !items.length;
    document.body.classList.toggle("has-sheet", !bar.hidden);
    link.href = `${menu.href}#items=${items.join(",")}`;
    link.textContent = `${menu.textContent} (${items.length})`;
    for (const tick of document.querySelectorAll(".choose input")) tick.checked = items.includes(tick.value);
  };

  const tick = (slug, title) => {
    const label = document.createElement("label");
    label.className = "choose";
    const input = document.createElement("input");
    input.type = "checkbox";
    input.value = slug;
    const words = document.createElement("span");
    words.textContent = menu.dataset.tick;
    const about = document.createElement("span");
    about.className = "hidden";
    about.textContent = ` ${title}`;
    label.append(input, words, about);
    input.addEventListener("change", () => {
      const others = read().filter((other) => other !== slug);
      write(input.checked ? others.concat(slug) : others);
      show();
    });
    return label;
  };

  const offer = (page) => {
    for (const card of page.querySelectorAll(".card.is-open")) {
      const title = card.querySelector("h3 a");
      const slug = title && slugOf(title.pathname);
      const kind = card.querySelector(".card-kind");
      if (slug && kind && !kind.querySelector(".choose")) kind.append(tick(slug, title.textContent));
    }
    // The style is needed only with the ticks.
    if (!styled && document.querySelector(".choose")) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = script.replace("choose.js", "choose.css");
      document.head.append(sheet);
      styled = true;
    }
    show();
  };

  const actions = document.querySelector(".item.is-open .panel .actions");
  const slug = slugOf(location.pathname.replace(/index\.html$/, ""));
  if (actions && slug) {
    actions.append(tick(slug, document.querySelector("h1").textContent));
    // The main button has the foot of the screen.
    actions.after(bar);
    bar.classList.add("in-page");
  } else {
    document.body.append(bar);
  }
  offer(document);
  document.addEventListener("cards", ({ detail }) => offer(detail));
  // The page comes back from the browser's memory, with the choice of another.
  addEventListener("pageshow", show);
})();
