// The page of an item at the editors' desk: sends the card with the text that is in the box, and marks it as posted.
(() => {
  const { desk, posted } = window;
  const place = document.querySelector("#desk");
  const data = JSON.parse(document.querySelector("#desk-data").textContent);
  const { repository, branch } = place.dataset;
  const part = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  posted.forget(data.slug, data.posts);

  // WhatsApp for iPhone takes the text or the image, never both: there the text is pasted.
  const isApple = /iP(hone|ad|od)/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);

  // The image has to be there before the tap: a browser that waits for it has forgotten the tap.
  const images = new Map();
  const load = (language) => {
    const save = language.querySelector("[data-save]");
    if (images.has(save.href)) return images.get(save.href);
    const image = {};
    images.set(save.href, image);
    image.done = (async () => {
      try {
        const answer = await fetch(save.href);
        if (!answer.ok) return;
        image.file = new File([await answer.blob()], save.download, { type: "image/png" });
      } catch {
        images.delete(save.href);
      }
    })();
    return image;
  };
  for (const language of place.querySelectorAll(".desk-language")) {
    if (!language.querySelector("[data-save]")) continue;
    if (language.open) load(language);
    language.addEventListener("toggle", () => { if (language.open) load(language); });
    const picture = language.querySelector("img");
    const hide = () => { picture.closest("a").hidden = true; };
    if (picture.complete && !picture.naturalWidth && picture.currentSrc) hide();
    picture.addEventListener("error", hide);
  }

  // What to do after a text is on its way: mark it, then the next of the plan that is not marked.
  const leadOn = (block) => {
    const mark = block.querySelector(".desk-mark");
    const said = document.querySelector(".desk-said");
    if (mark && said && said.parentElement === block) said.after(mark);
    const next = document.querySelector(".desk-next");
    if (!next) return;
    const marks = posted.read();
    const other = data.next.find(({ slug }) => !marks.some((one) => one.slug === slug)) || data.next[0];
    Object.assign(next.querySelector("a"), { href: `../${other.slug}/`, textContent: other.title });
    (mark || said).after(next);
  };

  const download = (file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const send = async (button) => {
    const block = button.parentElement;
    const text = desk.boxOf(button).value;
    const image = load(button.closest(".desk-language"));
    if (!image.file) await image.done;
    const { file } = image;
    const { app } = block.dataset;
    const content = !file ? { text } : isApple ? { files: [file] } : { files: [file], text };
    // Some apps drop one of the two: the text can still be pasted. Not awaited, because the tap counts for the sheet.
    const copying = desk.copy(text);
    const missing = file ? "" : " L'immagine di questa pagina non c'è: è andato solo il testo.";
    if (desk.canShare(content)) {
      try {
        await navigator.share(content);
      } catch (error) {
        return desk.say(button, error.name === "AbortError" ? "Non è partito niente." : "La scelta dell'app non si è aperta: tocca ancora.");
      }
      const isCopied = await copying;
      const how = isApple ? "copiato: incollalo sotto l'immagine." : "anche copiato: se non è sotto l'immagine, incollalo.";
      const pasted = isCopied ? ` Il testo è ${how}` : "";
      desk.say(button, `Passato a ${app}.${file ? pasted : missing}`);
    } else {
      const isCopied = await copying;
      if (file) download(file);
      const done = [isCopied && "Testo copiato.", file && "Immagine salvata."].filter(Boolean).join(" ");
      const then = file ? `Apri ${app}, scegli l'immagine e incolla il testo.` : `L'immagine non c'è: apri ${app} e incolla il testo.`;
      desk.say(button, `${done} ${then}`);
    }
    return leadOn(block);
  };
  for (const button of place.querySelectorAll("[data-send]")) {
    button.hidden = false;
    button.addEventListener("click", () => send(button));
  }

  // The way of a mark into the files, with one tap: a new file that is written already, or a proposal in words.
  const linkToFiles = async (made) => {
    const { newFileUrl, newIssueUrl } = await posted.addresses();
    const mine = posted.read().filter(({ slug }) => slug === data.slug);
    const waiting = mine.filter(({ sent }) => !sent);
    const isNew = !data.exists && waiting.length === mine.length;
    const file = isNew ? newFileUrl({ repository, branch }, data.file, posted.entries(waiting), false) : {};
    const issue = newIssueUrl({ repository }, `Pubblicazioni: ${data.title}`, posted.letter(waiting));
    const { url, isFilled } = file.isFilled ? file : issue;
    const link = part("a", "button quiet-button", file.isFilled ? "Scrivilo nel repository" : "Manda la riga al repository");
    Object.assign(link, { href: url, rel: "noopener", target: "_blank" });
    link.addEventListener("click", () => {
      if (!isFilled) desk.copy(posted.letter(waiting));
      posted.markSent(waiting);
    });
    if (made.isConnected && waiting.length) made.append(link);
  };

  const blocks = [...place.querySelectorAll("[data-channel]")];
  const marksOf = ({ dataset }) => {
    const languages = dataset.langs.split(" ");
    const known = posted.group(posted.read().filter((mark) => mark.slug === data.slug && mark.channel === dataset.channel));
    return known.find((marks) => marks.length === languages.length && marks.every(({ lang }) => languages.includes(lang)));
  };
  const button = (text, action, className = "button quiet-button") => {
    const made = part("button", className, text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  };
  // Beneath each text: a button that marks it, or what is marked.
  const showMark = (block) => {
    const made = block.querySelector(".desk-mark") || block.appendChild(part("div", "desk-mark"));
    const marks = marksOf(block);
    made.textContent = "";
    if (!marks) return made.append(button("Segna come pubblicato", () => mark(block)));
    const words = posted.describe(marks);
    made.append(part("p", "desk-done", `✓ ${words[0].toUpperCase()}${words.slice(1)}`), button("Annulla", () => unmark(block, marks)));
    if (repository) linkToFiles(made);
  };
  const showAll = () => {
    blocks.forEach(showMark);
    const known = posted.group(posted.read().filter(({ slug }) => slug === data.slug));
    const list = document.querySelector("[data-marks]");
    list.textContent = known.length ? `Segnato su questo telefono: ${known.map(posted.describe).join("; ")}.` : "";
  };
  const mark = (block) => {
    const { app, channel, langs } = block.dataset;
    const when = posted.now();
    const common = { slug: data.slug, title: data.title, file: data.file, app, channel, when, told: data.told };
    const isKept = posted.add(langs.split(" ").map((lang) => Object.assign({ lang }, common)));
    showAll();
    desk.say(block.querySelector(".desk-mark"), isKept ? "Segnato." : "Questo telefono non conserva niente: scrivi tu che è pubblicato, come in fondo alla pagina.");
    leadOn(block);
  };
  const unmark = (block, marks) => {
    posted.remove(marks);
    showAll();
    desk.say(block.querySelector(".desk-mark"), "Annullato: non è segnato.");
  };
  showAll();
})();
