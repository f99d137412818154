// The page of a kind: the form with the rules beside it, the preview and the ways to send, the draft on the device.

// Rest after a key before the rules answer, in milliseconds.
const DEBOUNCE = 150;

// Longest value that a button shows, in characters.
const MAX_PROPOSED = 60;

// Times that a module that breaks is loaded anew.
const MAX_LOSSES = 2;

export function startAnnouncement(tools, section, description) {
  const { make, button, word, data, lang, session, createDraft, takeOver, focusOn, isMap, titleOf } = tools;
  const form = tools.createForm(tools, description);
  const address = new URL(location.href);
  const corrected = address.searchParams.get("da");
  const isRenewed = address.searchParams.has("nuova");
  const draft = createDraft({ name: [data.kind, corrected, isRenewed && "nuova"].filter(Boolean).join(" ") });
  // Name and year of the file that is corrected.
  let identity = { slug: null, year: null };
  let answer;
  let isJudged = false;
  // Whether there is anything that nobody has elsewhere.
  let isChanged = false;
  // Whether the form was emptied after a deletion, and nobody has written since.
  let isDone = false;
  // Whether the device has room for this draft beside the one that was there.
  let hasRoom = true;
  let losses = 0;
  let timer;

  const notices = make("div", { class: "notices" });
  const status = make("p", { class: "status-line small", role: "status" });
  const whole = make("ul", { class: "findings whole", "aria-label": word("whole"), hidden: true });
  // The count leads to the first thing, and shows that one alone.
  const missing = button("link-button", "", () => {
    update();
    const next = findings.nextField();
    if (next) next.isTouched = true;
    else isJudged = true;
    judge();
    if (!next) return whole.scrollIntoView({ block: "center" });
    next.element.scrollIntoView({ block: "center" });
    return next.focus();
  });
  const kept = make("p", { class: "draft small", hidden: true });
  const bar = make(
    "div",
    { class: "send-bar" },
    make("p", {}, missing),
    button("button quiet-button", word("preview"), showPreview),
    button("button", word("send"), showSend),
  );
  const findings = tools.createFindings(tools, form, { onfix: applyFix, propose, whole });
  const preview = tools.createPreview(tools, { onclose: () => missing.focus() });
  const send = tools.createSend(tools, { onsent: forget });

  const request = (more) => {
    const { facts, body } = form.read();
    return { kind: data.kind, facts, body, ...identity, ...more };
  };

  function judge() {
    const unknown = form.unknown().length;
    answer = session.isOpen() ? session.ask(request({ do: "write", preview: false })) : undefined;
    if (answer?.error) {
      if (answer.isLost) lose();
      else status.textContent = word("something_wrong", { reason: answer.error });
      answer = undefined;
    }
    const at = (one) => form.at(one.field);
    const isAbsent = (one) => one.severity === "error" && at(one)?.field.required && at(one).read() === undefined;
    // What files lack is said in the words of files: here it is an answer.
    const inWords = (one) => {
      if (isAbsent(one)) return { ...one, message: word("answer_missing"), hint: undefined };
      const { field, read } = one.severity === "error" ? at(one) ?? {} : {};
      if (field?.shape.is === "organisation" && typeof read() === "string") return { ...one, message: word("organisation_unknown"), hint: undefined };
      return one;
    };
    const found = answer?.findings.map(inWords)
      ?? form.missing().map((one) => ({ field: [one.field.key], severity: "error", message: word("answer_missing") }));
    findings.show(found, { all: isJudged });
    // A missing answer is one thing, however many rules ask for it.
    const absent = new Set(found.filter(isAbsent).map(at));
    const errors = found.filter((one) => one.severity === "error" && !isAbsent(one)).length;
    const warnings = found.filter((one) => one.severity === "warning").length;
    // Nothing is missing in what nobody has begun again.
    missing.hidden = isDone;
    missing.textContent = findings.sentence({ missing: absent.size, errors, unknown, warnings });
    const isIncomplete = absent.size + errors > 0;
    missing.classList.toggle("complete", !isIncomplete);
    return { isIncomplete, isDraft: unknown > 0 };
  }

  function update() {
    clearTimeout(timer);
    timer = undefined;
    performance.mark("announce-update");
    keep();
    const state = judge();
    bar.removeAttribute("aria-busy");
    performance.measure("announce-update", "announce-update");
    return state;
  }

  // A module that broke is loaded anew with the next word, a few times.
  function lose() {
    status.textContent = word("program_lost");
    losses += 1;
    if (losses <= MAX_LOSSES) opening = undefined;
  }

  function later() {
    if (losses && !opening) open();
    clearTimeout(timer);
    bar.setAttribute("aria-busy", "true");
    timer = setTimeout(update, DEBOUNCE);
  }

  // Keeps the draft, and says so once.
  function keep() {
    if (!isChanged) return;
    if (!hasRoom) {
      kept.replaceChildren(word("draft_failed"));
      kept.hidden = false;
      return;
    }
    if (form.isEmpty()) {
      draft.remove();
      kept.hidden = true;
      return;
    }
    if (!draft.save({ ...form.read(), ...identity })) {
      kept.replaceChildren(word("draft_failed"));
    } else if (kept.hidden) {
      const remove = button("link-button", word("draft_delete"), () => {
        kept.replaceChildren(word("draft_delete_sure"), " ", button("link-button", word("draft_delete"), () => {
          forget();
          status.textContent = word("draft_deleted");
          focusOn(section);
        }), " ", button("link-button", word("cancel"), () => {
          kept.hidden = true;
          keep();
          kept.querySelector("button").focus();
        }));
        kept.querySelector("button").focus();
      });
      kept.replaceChildren(`${word("draft_saved")}. ${word("draft_shared_device")} `, remove);
    }
    kept.hidden = false;
  }

  function forget() {
    clearTimeout(timer);
    timer = undefined;
    isDone = true;
    if (hasRoom) draft.remove();
    identity = { slug: null, year: null };
    isJudged = false;
    isChanged = false;
    form.fill({ facts: {}, body: "" });
    for (const other of [preview, send]) other.hide();
    kept.hidden = true;
    notices.replaceChildren();
    section.querySelector(":scope > aside")?.remove();
    form.untouchAll();
    judge();
    offerBefore();
  }

  // The value that a correction writes at its field, if it is a short text.
  function propose({ field }, index) {
    const { facts } = session.ask(request({ do: "fix", finding: index }));
    const value = field.reduce((inner, step) => inner?.[step], facts);
    return typeof value === "string" && value.length < MAX_PROPOSED ? value : undefined;
  }

  // Positions are those of the last answer: what was written since is judged first, and the finding may be gone.
  function applyFix({ field, rule }) {
    if (timer !== undefined) update();
    const isMeant = (one) => one.fix && one.rule === rule && JSON.stringify(one.field) === JSON.stringify(field);
    const index = answer?.findings.findIndex(isMeant) ?? -1;
    if (index < 0) return;
    const fixed = session.ask(request({ do: "fix", finding: index }));
    if (fixed.error) {
      status.textContent = word("something_wrong", { reason: fixed.error });
      return;
    }
    isChanged = true;
    form.fill(fixed);
    status.textContent = word("fixed");
    update();
    (form.at(field) ?? form.field(field[0]))?.focus();
  }

  async function showPreview() {
    await open();
    isJudged = true;
    form.touchAll();
    judge();
    for (const other of [preview, send]) other.hide();
    preview.show(answer ? await makePreview(answer) : { plain: form.toText() }, lang);
  }

  // What readers will see, by the module that is loaded for it; if that is not to be had, what is written.
  async function makePreview(written) {
    // Of an organisation there are no messages: what is written is all.
    if (description.kind === "ente") return written;
    status.textContent = word("preview_loading");
    try {
      await session.previews.open();
      const made = session.previews.ask(request({ do: "write", preview: true }));
      return made.error ? { ...written, isPartial: true } : made;
    } catch {
      return { ...written, isPartial: true };
    } finally {
      status.textContent = "";
    }
  }

  async function showSend() {
    await open();
    if (form.isEmpty()) {
      status.textContent = word("send_empty");
      (form.field("titolo") ?? form.field("nome"))?.focus();
      return;
    }
    isJudged = true;
    form.touchAll();
    const state = update();
    preview.hide();
    const { facts } = form.read();
    const short = answer?.compact ?? form.toText();
    const { file, name, path, summary } = answer ?? {};
    const title = titleOf(facts) ?? "";
    const picture = facts.immagine?.file;
    const notes = answer?.notes ?? (picture ? [word("send_picture", { name: picture })] : []);
    send.show({ title, short, summary, file, name, path, notes, exists: identity.year !== null }, state);
  }

  let opening;
  // Loads the rules once; without them the form goes on.
  function open() {
    opening ??= (async () => {
      if (data.module) status.textContent = word("loading");
      performance.mark("announce-start");
      session.organisations().then(tools.setOrganisations, () => {});
      try {
        await session.open();
        performance.measure("announce-start", "announce-start");
        status.textContent = data.module ? "" : word("no_program");
      } catch {
        opening = undefined;
        status.replaceChildren(word("loading_failed"), " ", button("link-button", word("try_again"), () => open()));
      }
      update();
    })();
    return opening;
  }

  async function fill(written, notice = []) {
    identity = { slug: written.slug ?? null, year: written.year ?? null };
    form.fill(written);
    isDone = false;
    section.querySelector(":scope > aside")?.remove();
    notices.replaceChildren(...notice);
    const others = corrected || written.message ? [] : form.others(written.facts);
    if (others.length) {
      const list = others.map(([key, value]) => tools.toLines({ [key]: value }).join(" ")).join("; ");
      notices.append(make("p", { class: "note" }, word("editors_decide", { list })));
    }
    offerBefore();
    // A pasted message stands beside the form, where there is room.
    const message = notices.querySelector("aside");
    if (message) notices.before(message);
    form.touchAll();
    await open();
  }

  const dayOf = ({ saved }) => new Date(saved).toLocaleDateString(lang, { dateStyle: "long" });

  // The draft goes on where it was left, unless somebody wants to begin anew.
  function resume(found) {
    const begin = button("button quiet-button", word("draft_restart"), () => {
      actions.replaceChildren(word("draft_delete_sure"), " ", button("button", word("draft_restart"), () => {
        forget();
        status.textContent = word("draft_deleted");
        focusOn(section);
        if (corrected) openPublished();
      }), button("button quiet-button", word("cancel"), () => {
        actions.replaceChildren(begin);
        begin.focus();
      }));
      actions.querySelector("button").focus();
    });
    const actions = make("p", {}, begin);
    fill(found, [make("div", { class: "note resumed", role: "status" }, make("p", {}, word("draft_found", { date: dayOf(found) })), actions)]);
  }

  // A draft that made room for something else can be taken back.
  function offerBefore() {
    const before = draft.before();
    if (!before) return;
    const title = titleOf(before.facts) ?? word("draft_untitled");
    notices.append(make("div", { class: "note before" }, make("p", {}, word("draft_before", { title, date: dayOf(before) })), button("button quiet-button", word("draft_take_back"), () => {
      keep();
      const taken = draft.swap();
      if (!taken) return;
      isChanged = false;
      resume(taken);
      focusOn(section);
    })));
  }

  const openPublished = () => tools.openPublished(tools, { slug: corrected, renew: isRenewed, fill, notices });

  // Texts are written in the board's language; an English form may belong to an Italian board.
  if (lang !== "it" && document.body.dataset.own === "it") section.append(make("p", { class: "note" }, word("write_in")));
  section.append(notices, form.element, whole, preview.element, send.element, kept, status, bar);
  document.querySelector(".questionnaire")?.classList.add("on-paper");
  section.hidden = false;
  judge();
  for (const event of ["input", "change"]) {
    form.element.addEventListener(event, () => {
      isChanged = true;
      isDone = false;
      later();
    });
  }
  form.element.addEventListener("focusout", later);
  for (const event of ["focusin", "pointerdown"]) form.element.addEventListener(event, () => open(), { once: true });
  addEventListener("offline", () => { status.textContent = word("offline"); });
  addEventListener("pagehide", keep);
  // What another page of the browser deleted is not written back.
  draft.onremoved(() => {
    clearTimeout(timer);
    timer = undefined;
    isChanged = false;
    kept.hidden = true;
    status.textContent = word("draft_deleted");
  });

  const given = takeOver();
  const found = draft.read();
  if (given && isMap(given.facts)) {
    hasRoom = draft.setAside();
    isChanged = true;
    fill(given, tools.noticesOf(tools, given, form));
    keep();
  } else if (found) resume(found);
  else if (corrected) openPublished();
  else offerBefore();
}
