// The page of a kind: the form with the rules beside it, the preview and the ways to send, the draft on the device.

// Rest after a key before the rules answer, in milliseconds.
const DEBOUNCE = 150;

export function startAnnouncement(tools, section, description) {
  const { make, button, word, data, lang, session, createDraft, takeOver, focusOn } = tools;
  const form = tools.createForm(tools, description);
  const address = new URL(location.href);
  const corrected = address.searchParams.get("da");
  const draft = createDraft({ name: corrected ? `${data.kind} ${corrected}` : data.kind });
  // Name and year of the file that is corrected.
  let identity = { slug: null, year: null };
  let answer;
  let isJudged = false;
  let timer;

  const notices = make("div", { class: "notices" });
  const status = make("p", { class: "status-line small", role: "status" });
  const whole = make("ul", { class: "findings whole", hidden: true });
  const missing = button("link-button", "", () => {
    isJudged = true;
    form.touchAll();
    update();
    const next = findings.nextField();
    if (!next) return;
    next.element.scrollIntoView({ block: "center" });
    next.focus();
  });
  const kept = make("p", { class: "draft small", hidden: true });
  const bar = make(
    "div",
    { class: "send-bar" },
    make("p", {}, missing),
    button("button quiet-button", word("preview"), showPreview),
    button("button", word("send"), showSend),
  );
  const findings = tools.createFindings(tools, form, { onfix: applyFix, whole });
  const preview = tools.createPreview(tools, { onclose: () => missing.focus() });
  const send = tools.createSend(tools, { onsent: forget });

  const request = (more) => {
    const { facts, body } = form.read();
    return { kind: data.kind, facts, body, ...identity, ...more };
  };

  function judge(more = {}) {
    const unknown = form.unknown().length;
    const without = form.missing();
    answer = session.isOpen() ? session.ask(request({ do: "write", preview: false, ...more })) : undefined;
    if (answer?.error) {
      status.textContent = word("something_wrong", { reason: answer.error });
      answer = undefined;
    }
    const found = answer?.findings ?? without.map((field) => ({ field: [field.field.key], rule: "", severity: "error", message: word("answer_missing") }));
    findings.show(found, { all: isJudged });
    // A missing answer is one thing, however many rules ask for it.
    const errors = found.filter((one) => one.severity === "error" && !without.includes(form.at(one.field)));
    const warnings = found.filter((one) => one.severity === "warning").length;
    missing.textContent = findings.sentence({ missing: without.length, errors: errors.length, unknown, warnings });
    missing.classList.toggle("done", !without.length && !errors.length);
    return { isIncomplete: without.length + errors.length > 0, isDraft: unknown > 0 };
  }

  function update() {
    clearTimeout(timer);
    const start = performance.now();
    keep();
    const state = judge();
    bar.removeAttribute("aria-busy");
    performance.measure("announce-update", { start });
    return state;
  }

  function later() {
    clearTimeout(timer);
    bar.setAttribute("aria-busy", "true");
    timer = setTimeout(update, DEBOUNCE);
  }

  // Keeps the draft, and says so once.
  function keep() {
    if (form.isEmpty()) return;
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
    draft.remove();
    identity = { slug: null, year: null };
    isJudged = false;
    form.fill({ facts: {}, body: "" });
    for (const other of [preview, send]) other.hide();
    kept.hidden = true;
    form.untouchAll();
    judge();
  }

  function applyFix(index) {
    const { field } = answer.findings[index];
    const fixed = session.ask(request({ do: "fix", finding: index }));
    if (fixed.error) {
      status.textContent = word("something_wrong", { reason: fixed.error });
      return;
    }
    form.fill(fixed);
    status.textContent = word("fixed");
    update();
    (form.at(field) ?? form.field(field[0]))?.focus();
  }

  async function showPreview() {
    await open();
    isJudged = true;
    form.touchAll();
    judge({ preview: true });
    send.hide();
    if (answer) preview.show(answer, lang);
  }

  async function showSend() {
    await open();
    isJudged = true;
    form.touchAll();
    const state = update();
    preview.hide();
    const { facts } = form.read();
    const short = answer?.compact ?? form.toText();
    const { file, name, path, summary } = answer ?? {};
    const title = typeof facts.titolo === "string" ? facts.titolo : "";
    const picture = facts.immagine?.file;
    const notes = answer?.notes ?? (picture ? [word("send_picture", { name: picture })] : []);
    send.show({ title, short, summary, file, name, path, notes, exists: identity.year !== null }, state);
  }

  let opening;
  // Loads the rules once; without them the form goes on.
  function open() {
    opening ??= (async () => {
      if (data.module) status.textContent = word("loading");
      const start = performance.now();
      session.board().then((board) => tools.setOrganisations(board.enti ?? []), () => {});
      try {
        const { enti } = await session.open();
        performance.measure("announce-start", { start });
        if (enti) tools.setOrganisations(enti);
        status.textContent = data.module ? "" : word("no_program");
      } catch {
        opening = undefined;
        status.replaceChildren(word("loading_failed"), " ", button("link-button", word("try_again"), () => open()));
      }
      update();
    })();
    return opening;
  }

  async function fill(written, notice) {
    identity = { slug: written.slug ?? null, year: written.year ?? null };
    form.fill(written);
    if (notice) notices.replaceChildren(...notice);
    form.touchAll();
    await open();
  }

  function offerDraft(found) {
    const date = new Date(found.saved).toLocaleDateString(lang, { dateStyle: "long" });
    const notice = make("div", { class: "note", role: "status" }, make("p", {}, word("draft_found", { date })), button("button", word("draft_resume"), () => {
      notice.remove();
      fill(found);
      form.field(description.groups[0].fields[0].key)?.focus();
    }), button("button quiet-button", word("draft_delete"), () => {
      draft.remove();
      notice.remove();
      status.textContent = word("draft_deleted");
      if (corrected) openPublished();
    }));
    notices.append(notice);
  }

  const openPublished = () => tools.openPublished(tools, { slug: corrected, renew: address.searchParams.has("nuova"), fill, notices });

  section.append(notices, form.element, whole, preview.element, send.element, kept, status, bar);
  document.querySelector(".questionnaire")?.classList.add("on-paper");
  section.hidden = false;
  judge();
  form.element.addEventListener("input", later);
  form.element.addEventListener("change", later);
  form.element.addEventListener("focusout", later);
  for (const event of ["focusin", "pointerdown"]) form.element.addEventListener(event, () => open(), { once: true });
  addEventListener("offline", () => { status.textContent = word("offline"); });
  addEventListener("pagehide", keep);

  const given = takeOver();
  const found = draft.read();
  if (given) fill(given, tools.noticesOf(tools, given, form));
  else if (found) offerDraft(found);
  else if (corrected) openPublished();
}
