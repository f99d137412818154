// The organisation of an announcement: one of the board's, found by name, or a new one described in a few fields.

export function createOrganisations({ make, button, changed, newId, word, isMap, fields }) {
  let known = [];
  const names = make("datalist", { id: newId() });

  // Sets the board's organisations: `[{ id, nome }]`.
  function setOrganisations(organisations) {
    known = organisations;
    names.replaceChildren(...known.map(({ nome }) => make("option", { value: nome })));
    if (!names.isConnected) document.body.append(names);
    document.dispatchEvent(new Event("announce-organisations"));
  }

  const byName = (text) => {
    const wanted = text.trim().toLowerCase();
    return known.find(({ id, nome }) => id === text.trim() || nome.toLowerCase() === wanted);
  };

  function organisation(shape, outer) {
    const input = make("input", { id: outer.id, list: names.id, autocomplete: "off", "aria-label": word("organisation_search"), "aria-describedby": outer.described });
    const unknown = make("p", { class: "small", role: "status" });
    // Before the list is there, an id stays what it is.
    let id;
    const showName = () => { if (id) input.value = known.find((one) => one.id === id)?.nome ?? id; };
    document.addEventListener("announce-organisations", showName);
    const describeIt = () => {
      const name = id ? "" : input.value.trim();
      sayUnknown(false);
      show(true);
      if (name) description.write({ nome: name });
      description.focus();
      changed(element);
    };
    const describeOther = button("link-button", word("organisation_new"), describeIt);
    const sayUnknown = (isUnknown) => {
      unknown.textContent = isUnknown ? word("no_option") : "";
      describeOther.textContent = isUnknown ? word("describe_it") : word("organisation_new");
    };
    const choose = make("div", { class: "known" }, input, unknown, describeOther);
    input.addEventListener("input", () => {
      id = byName(input.value)?.id;
      sayUnknown(false);
    });
    input.addEventListener("change", () => {
      sayUnknown(input.value.trim() && !id && known.length);
    });
    const description = fields(shape.fields);
    const describe = make("div", { class: "described" }, description.element, button("link-button", word("organisation_known"), () => {
      show(false);
      input.focus();
      changed(element);
    }));
    const element = make("div", { class: "organisation" }, choose, describe);
    const show = (isNew) => {
      choose.hidden = isNew;
      describe.hidden = !isNew;
    };
    show(false);
    return {
      element,
      read: () => (choose.hidden ? description.read() : id ?? (input.value.trim() || undefined)),
      write: (value) => {
        show(isMap(value));
        if (isMap(value)) return description.write(value);
        id = value ? byName(value)?.id ?? value : undefined;
        input.value = "";
        showName();
      },
      focus: () => (choose.hidden ? description.focus() : input.focus()),
      at: (path) => (choose.hidden ? description.at(path) : undefined),
    };
  }

  return { organisation, setOrganisations };
}
