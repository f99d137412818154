// Ways to send an announcement, none of which needs a server: nothing leaves before somebody presses one of them.

export function createSend({ make, button, word, focusOn, data, whatsappUrl, mailUrl, newFileUrl }, { onsent }) {
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
      const { url, isFilled } = newFileUrl(data, letter.path, file, letter.exists);
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
