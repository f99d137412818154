// The front of the editors' desk: what this device has marked as posted moves out of what is to be posted, and goes as one
// text to whoever keeps the files.
(() => {
  const { desk, posted } = window;
  const section = document.querySelector("#posted");
  const list = section.querySelector("ul");
  const { repository, board } = section.dataset;
  const items = JSON.parse(document.querySelector("#desk-data").textContent);
  for (const [slug, { posts }] of Object.entries(items)) posted.forget(slug, posts);

  const show = () => {
    const marks = posted.read();
    section.hidden = !marks.length;
    list.textContent = "";
    for (const tap of posted.group(marks)) {
      const line = list.appendChild(document.createElement("li"));
      const link = line.appendChild(document.createElement("a"));
      Object.assign(link, { href: `${tap[0].slug}/`, textContent: tap[0].title });
      const words = line.appendChild(document.createElement("span"));
      words.textContent = `${posted.describe(tap)}${tap.every(({ sent }) => sent) ? " · riga mandata" : ""}`;
      const undo = line.appendChild(document.createElement("button"));
      Object.assign(undo, { type: "button", className: "desk-undo", textContent: "Annulla" });
      undo.setAttribute("aria-label", `Annulla: ${tap[0].title}`);
      undo.addEventListener("click", () => {
        posted.remove(tap);
        show();
        desk.say(section.querySelector("h2"), "Annullato: è di nuovo da pubblicare.");
        section.hidden = false;
      });
    }
    // A mark that somebody wrote into the files since, with another minute of that day or later.
    const isNoted = ({ slug, channel, lang, when }) => (items[slug] || { posts: [] }).posts.some((post) =>
      post[0] === channel && post[1] === lang && post[2].slice(0, 10) >= when.slice(0, 10));
    // A planned post is done if it is marked on all its channels, and says what it said then; a reminder, if that mark is not
    // of the post before.
    for (const line of document.querySelectorAll("[data-post]")) {
      const { post, streams } = line.dataset;
      const { told } = items[post] || {};
      const marksOn = (stream) => marks.filter((mark) => mark.slug === post && `${mark.channel}:${mark.lang}` === stream);
      const isDone = (stream) => marksOn(stream).some((mark) => mark.told === told && !("reminder" in line.dataset && isNoted(mark)));
      line.hidden = streams.split(" ").every(isDone);
      const [old] = streams.split(" ").filter((stream) => !isDone(stream)).map((stream) => marksOn(stream).slice(-1)).filter((found) => found.length);
      line.querySelector("[data-changed]").textContent = old ? `È cambiato da quando l'hai ${posted.describe(old).replace("pubblicato", "segnato")}.` : "";
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = ![...group.querySelectorAll("[data-post]")].some((line) => !line.hidden);
    }
    const nothing = document.querySelector("[data-nothing]");
    if (nothing) nothing.hidden = [...document.querySelectorAll("[data-post]")].some((line) => !line.hidden);
    if (repository && marks.length) showIssue();
  };

  // What was not sent yet; all of it once everything was.
  const waiting = () => {
    const marks = posted.read();
    const left = marks.filter(({ sent }) => !sent);
    return left.length ? left : marks;
  };
  const title = `Pubblicazioni sui canali: ${board}`;
  const markSent = (marks, words) => {
    posted.markSent(marks);
    show();
    desk.say(section.querySelector(".actions"), words);
  };
  section.querySelector("[data-give]").addEventListener("click", async () => {
    const marks = waiting();
    const text = `${title}\n\n${posted.letter(marks)}`;
    if (navigator.share) {
      try {
        await navigator.share({ text });
        return markSent(marks, "Passato all'app che hai scelto.");
      } catch (error) {
        if (error.name === "AbortError") return desk.say(section.querySelector(".actions"), "Non è partito niente.");
      }
    }
    if (await desk.copy(text)) return markSent(marks, "Copiato: incollalo in un messaggio a chi aggiorna la bacheca.");
    return desk.say(section.querySelector(".actions"), "Qui non si può copiare: apri la pagina in un altro browser.");
  });
  const showIssue = async () => {
    const { newIssueUrl } = await posted.addresses();
    const marks = waiting();
    const { url, isFilled } = newIssueUrl({ repository }, title, posted.letter(marks));
    const link = section.querySelector("[data-issue]");
    Object.assign(link, { hidden: false, href: url });
    link.onclick = () => {
      if (!isFilled) desk.copy(posted.letter(marks));
      markSent(marks, isFilled ? "Nella pagina che si apre premi il pulsante verde." : "Le righe sono copiate: incollale nella pagina che si apre.");
    };
  };
  show();
})();
