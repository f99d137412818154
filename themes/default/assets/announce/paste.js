// A pasted message: read by the module into drafts, one of which fills the form of its kind, with the message beside it.

// Name of a kind, as the tiles of the page have it.
export const kindName = (kind) => document.querySelector(`main a[href$="${kind}/"]`)?.querySelector("strong")?.textContent.trim() ?? kind;

// The drafts on this device, each a link to its form.
export function startKept({ make, word, lang, data, keptDrafts, titleOf }, section) {
  const kept = keptDrafts(data.kinds.split(" "));
  if (!kept.length) return;
  const links = kept.map(({ kind, slug, isRenewed, draft }) => {
    const asked = slug ? `?da=${encodeURIComponent(slug)}${isRenewed ? "&nuova" : ""}` : "";
    const title = titleOf(draft.facts) ?? word("draft_untitled");
    const day = new Date(draft.saved).toLocaleDateString(lang, { dateStyle: "long" });
    return make("li", {}, make("a", { href: `${kind}/${asked}` }, `${kindName(kind)}: ${title} (${day})`));
  });
  section.before(make("section", { class: "note kept-drafts" }, make("h2", {}, word("drafts_kept")), make("ul", {}, ...links)));
}

export function startPaste(tools, section) {
  const { make, button, word, session, newId, focusOn } = tools;
  const id = newId();
  const field = make("textarea", { id, rows: 8, autocomplete: "off" });
  const status = make("p", { class: "status-line", role: "status" });
  const drafts = make("ul", { class: "drafts" });

  function use(draft, message) {
    const { kind, ...written } = draft;
    // Who announces publishes today, whatever the message leaves open.
    if (written.facts.pubblicato === "da chiedere") delete written.facts.pubblicato;
    if (!tools.handOver({ ...written, slug: null, message })) {
      status.textContent = word("handover_failed");
      return;
    }
    location.assign(new URL(`${kind}/`, location.href));
  }

  async function read() {
    const message = field.value;
    if (!message.trim()) return field.focus();
    drafts.replaceChildren();
    status.textContent = word("paste_reading");
    try {
      await session.open();
      if (!session.isOpen()) throw new Error(word("no_program"));
      const answer = session.ask({ do: "intake", message, kind: null });
      if (answer.error) throw new Error(answer.error);
      show(answer.drafts, message);
    } catch (error) {
      status.textContent = word("something_wrong", { reason: error.message });
    }
  }

  function show(found, message) {
    const count = found.length;
    status.textContent = count ? word(count === 1 ? "paste_found_one" : "paste_found_many", { count }) : word("paste_nothing");
    drafts.replaceChildren(...found.map((draft) => make(
      "li",
      {},
      make("p", {}, make("strong", {}, kindName(draft.kind)), " ", typeof draft.facts.titolo === "string" ? draft.facts.titolo : ""),
      button("button", word("paste_use"), () => use(draft, message)),
    )));
    if (count) focusOn(drafts);
  }

  section.append(
    make("h2", {}, word("paste")),
    make("p", {}, word("paste_lead")),
    make("label", { for: id }, word("paste_label")),
    field,
    make("p", { class: "actions" }, button("button", word("paste_button"), read)),
    status,
    drafts,
  );
  section.hidden = !tools.data.module;
}

// A text with marks where evidence of fields is; `evidence` is `[{ field, ranges: [[start, end]] }]`.
export function markEvidence({ make }, text, evidence) {
  const ranges = evidence.flatMap(({ field, ranges }) => ranges.map(([start, end]) => ({ field, start, end })));
  const bounds = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  return bounds.slice(1).map((end, place) => {
    const start = bounds[place];
    // The narrowest first: a price within the sentence that is the summary.
    const holding = ranges.filter((range) => range.start <= start && range.end >= end);
    const fields = holding.sort((one, other) => one.end - one.start - (other.end - other.start)).map((range) => range.field);
    const part = text.slice(start, end);
    return fields.length ? make("mark", { "data-fields": [...new Set(fields)].join(" ") }, part) : part;
  });
}

// What stands above a form that was filled: where it comes from, what to check, the message with its marks.
export function noticesOf(tools, { message, notes = [], evidence = [], lost = [], unread = [], title, isRenewed }, form) {
  const { make, word } = tools;
  const parts = [];
  if (title) parts.push(make("p", { class: "note" }, word(isRenewed ? "renewing" : "correcting", { title }), isRenewed ? ` ${word("renew_note")}` : ""));
  if (lost.length) parts.push(make("p", { class: "note" }, word("comments_lost")));
  if (unread.length) {
    parts.push(make("div", { class: "note" }, make("p", {}, make("strong", {}, word("file_unread"))), make("ul", {}, ...unread.map((problem) => make("li", {}, problem)))));
  }
  if (notes.length) {
    parts.push(make("div", { class: "note" }, make("p", {}, make("strong", {}, word("paste_notes"))), make("ul", {}, ...notes.map((note) => make("li", {}, note)))));
  }
  if (message) {
    const marks = markEvidence(tools, message, evidence);
    const text = make("div", { class: "source", tabindex: 0, role: "region", "aria-label": word("paste_original") }, ...marks);
    // A mark leads to its field, and a field shows its marks.
    text.addEventListener("click", ({ target }) => {
      const keys = target.closest("mark")?.dataset.fields.split(" ") ?? [];
      const field = keys.map((key) => form.field(key)).find(Boolean);
      field?.element.scrollIntoView({ block: "center" });
      field?.focus();
    });
    form.element.addEventListener("focusin", ({ target }) => {
      const keys = form.keysAround(target);
      for (const mark of text.querySelectorAll("mark")) {
        mark.classList.toggle("current", mark.dataset.fields.split(" ").some((key) => keys.includes(key)));
      }
    });
    parts.push(make("aside", {}, make("h2", {}, word("paste_original")), make("p", { class: "small" }, word("paste_original_note")), text));
  }
  return parts;
}
