// What the rules find, each at its field, with the correction as a button; and how much is missing.

export function createFindings({ make, button, word }, form, { onfix, propose, whole }) {
  let shown = new Map();
  let last = [];

  // The icon is for the eye, the word for the ear.
  function line(finding, index) {
    const severity = word(finding.severity);
    const text = make("p", {}, finding.message);
    const hint = finding.hint && make("p", { class: "small" }, finding.hint);
    const proposed = finding.fix && propose(finding, index);
    const fix = finding.fix && button("fix", proposed ? word("fix", { corrected: proposed }) : word("fix_this"), () => onfix(finding));
    return make("li", { class: `finding ${finding.severity}`, "data-rule": finding.rule }, make("strong", {}, severity), text, hint, fix);
  }

  // Shows findings at the fields that somebody has left; those of the whole announcement only with all of them.
  function show(findings, { all = false } = {}) {
    last = findings;
    const at = new Map();
    for (const [index, finding] of findings.entries()) {
      const field = finding.field.length ? form.at(finding.field) : undefined;
      if (field ? !field.isTouched && !all : !all) continue;
      const place = field?.found ?? whole;
      at.set(place, [...(at.get(place) ?? []), { finding, index, field }]);
    }
    const next = new Map();
    for (const [place, found] of at) {
      const text = JSON.stringify(found.map(({ finding, index }) => [index, finding]));
      next.set(place, text);
      // What says the same is left alone, so that it is not read aloud again.
      if (shown.get(place) !== text) place.replaceChildren(...found.map(({ finding, index }) => line(finding, index)));
      place.hidden = false;
      mark(found[0].field, found.some(({ finding }) => finding.severity === "error"));
    }
    for (const [place] of shown) {
      if (next.has(place)) continue;
      place.replaceChildren();
      place.hidden = true;
      const field = place.closest(".field");
      field?.classList.remove("has-error");
      for (const input of field?.querySelectorAll(":scope > .control > [aria-invalid]") ?? []) input.removeAttribute("aria-invalid");
    }
    shown = next;
  }

  function mark(field, isError) {
    if (!field) return;
    field.element.classList.toggle("has-error", isError);
    const input = field.element.querySelector(":scope > .control > :is(input, textarea, select)");
    if (isError) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }

  const counted = (name, count) => (count ? word(count === 1 ? `${name}_one` : `${name}_many`, { count }) : undefined);

  // The sentence of the bar: what is missing, what is wrong, what is to be asked; then what is worth a look.
  function sentence({ missing, errors, unknown, warnings }) {
    const needed = [counted("missing", missing), counted("errors", errors), counted("unknown", unknown)].filter(Boolean);
    if (!needed.length) needed.push(word("complete"));
    return [...needed, counted("warnings", warnings)].filter(Boolean).join(" · ");
  }

  // The first field with an error, else with a warning, in the order of the page.
  function nextField() {
    const fieldsOf = (severity) => last.filter((finding) => finding.severity === severity).map((finding) => form.at(finding.field)).filter(Boolean);
    const wrong = fieldsOf("error");
    const all = wrong.length ? wrong : fieldsOf("warning");
    const isEarlier = (one, other) => (one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    return all.sort(isEarlier)[0];
  }

  return { show, sentence, nextField };
}
