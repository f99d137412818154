// Ways to send an announcement, none of which needs a server: nothing leaves before somebody presses one of them.

export const MAX_WHATSAPP_CHARACTERS = 1900;
export const MAX_URL_BYTES = 8000;

// Address that opens a conversation with a text; `undefined` if the text is too long for it.
export function whatsappUrl(telephone, text) {
  if (text.length > MAX_WHATSAPP_CHARACTERS) return undefined;
  return `https://wa.me/${telephone.replace(/\D/g, "")}?text=${encodeURIComponent(text)}`;
}

// Address that opens a mail. Some programs cut longer ones.
export const mailUrl = (email, subject, body) =>
  `mailto:${email}?subject=${encodeURIComponent(subject.replace(/\s*[\r\n]+\s*/g, " "))}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;

// Addresses of the editor of GitHub or Forgejo with the file written, and without it if that is too long or if the file
// exists, which those pages change but do not replace.
export function newFileUrl(repository, path, text, exists) {
  const base = repository.replace(/\/$/, "");
  const folder = path.slice(0, path.lastIndexOf("/"));
  const name = path.slice(folder.length + 1);
  const isGitHub = new URL(base).hostname === "github.com";
  if (exists) return { url: isGitHub ? `${base}/edit/main/${path}` : `${base}/_edit/main/${path}`, isFilled: false };
  const empty = `${base}/${isGitHub ? "new" : "_new"}/main/${folder}?filename=${encodeURIComponent(name)}`;
  const filled = `${empty}&value=${encodeURIComponent(text)}`;
  return filled.length <= MAX_URL_BYTES ? { url: filled, isFilled: true } : { url: empty, isFilled: false };
}

export function createSend({ make, button, word, focusOn, data }, { onsent }) {
  const status = make("p", { class: "status-line", role: "status" });
  const element = make("section", { class: "send", hidden: true });
  const say = (text) => { status.textContent = text; };
  // What was done is said right beneath the button that did it.
  element.addEventListener("click", ({ target }) => target.closest("li")?.append(status));

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say(word("copied"));
    } catch {
      say(word("copy_failed"));
    }
  }

  function download(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say(word("downloaded", { name }));
  }

  // Browsers share few types of files: Markdown, or the same as plain text.
  function shareable(name, text) {
    const files = [new File([text], name, { type: "text/markdown" }), new File([text], `${name}.txt`, { type: "text/plain" })];
    return files.find((file) => navigator.canShare?.({ files: [file] }));
  }

  const way = (...children) => make("li", {}, ...children.filter(Boolean));
  const note = (text) => make("p", { class: "small" }, text);
  const link = (text, href) => make("a", { class: "button", href, target: href.startsWith("http") ? "_blank" : undefined, rel: "noopener" }, text);

  // Shows the ways for `letter`: `title`, `short` (for chats), `summary` (for mails), `file`, `name`, `path`, `exists`,
  // `notes`; without rules there is no file and `short` is all there is.
  function show(letter, { isIncomplete, isDraft }) {
    const { title, short, summary, file, name, notes } = letter;
    const ways = [];
    if (data.whatsapp) {
      const url = whatsappUrl(data.whatsapp, short);
      ways.push(way(url ? link(word("send_whatsapp"), url) : button("button", word("send_whatsapp"), () => copy(short)), note(url ? word("send_whatsapp_note", { board: data.site }) : word("send_whatsapp_long"))));
    }
    if (data.email) {
      const subject = word("email_subject", { title });
      const attached = file ? `${summary}\n\n${word("email_attach", { name })}` : short;
      ways.push(way(link(word("send_email"), mailUrl(data.email, subject, attached)), file && note(word("send_email_note", { name }))));
    }
    if (file) {
      const shared = shareable(name, file);
      if (shared) {
        ways.push(way(button("button", word("send_share"), () => navigator.share({ files: [shared], title }).catch(() => say(word("share_failed"))))));
      }
      ways.push(way(button("button quiet-button", word("send_download"), () => download(name, file))));
    }
    ways.push(way(button("button quiet-button", word("send_copy"), () => copy(file ?? short))));
    ways.push(way(button("button quiet-button", word("send_print"), () => print())));
    if (file && data.repository) {
      const { url, isFilled } = newFileUrl(data.repository, letter.path, file, letter.exists);
      const open = link(word("send_repository", { host: new URL(data.repository).hostname }), url);
      if (!isFilled) open.addEventListener("click", () => copy(file));
      ways.push(way(open, note(word(isFilled ? "send_repository_note" : "send_repository_long"))));
    }
    const heading = make("h2", {}, word("send"));
    const sent = make("div", { class: "actions sent" }, make("p", {}, word("sent_question")), button("button quiet-button", word("sent_yes"), () => {
      onsent();
      const done = make("p", { role: "status" }, word("sent_done"));
      element.replaceChildren(done);
      element.hidden = false;
      focusOn(done);
    }), button("button quiet-button", word("sent_no"), () => { element.hidden = true; }));
    status.remove();
    element.replaceChildren(
      heading,
      ...(isIncomplete ? [note(word("send_incomplete"))] : isDraft ? [note(word("is_draft"))] : []),
      note(word("send_lead")),
      make("ul", {}, ...ways),
      ...(data.telephone ? [make("p", {}, make("a", { href: `tel:${data.telephone.replace(/[^+\d]/g, "")}` }, word("send_telephone", { telephone: data.telephone })))] : []),
      ...notes.map(note),
      sent,
    );
    say("");
    element.hidden = false;
    focusOn(heading);
  }

  return { element, show, hide: () => {
    element.replaceChildren();
    element.hidden = true;
  } };
}
