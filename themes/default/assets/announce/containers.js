// Controls that hold others: fields of a group, entries of a list, one of several notations. Each is
// `{ element, read, write, focus, at }`: `at` gives the innermost field at a path of keys and numbers, if there is one.

// A group without required fields shows this many; the others are offered by name.
const FIRST_SHOWN = 3;

export function createContainers(tools) {
  const { make, button, changed, newId, word, bestNotation, offeredNotations, controls, MAX_SHOWN } = tools;

  // Control of a shape; `outer` as in controls.js, with `name`, the label of the field around it.
  function draw(shape, outer) {
    switch (shape.is) {
      case "text": return controls.text(shape, outer);
      case "words": return controls.words(shape, outer);
      case "yes-no": return controls.yesNo();
      case "agreement": return controls.agreement(shape, outer);
      case "group": return fields(shape.fields);
      case "list": return shape.of.is === "words" ? controls.checkboxes(shape.of.options, outer) : list(shape, outer);
      case "choice": return choice(shape, outer);
      case "organisation": return tools.organisation(shape, outer);
      default: throw new Error(`no control for ${shape.is}`);
    }
  }

  function shownFirst(fields) {
    const required = [...fields.keys()].filter((place) => fields[place].required);
    // What stands between required fields belongs to them, as weekdays to dates and hours.
    if (required.length) return fields.slice(required[0], required[required.length - 1] + 1);
    // What depends on another field appears after it: up to that one all are shown.
    const decisive = fields.reduce((last, field, place) => (fields.some(({ when }) => when?.field === field.key) ? place : last), -1);
    if (decisive >= 0) return fields.slice(0, decisive + 1).filter((field) => !field.when);
    return fields.length <= FIRST_SHOWN + 1 ? fields : fields.slice(0, FIRST_SHOWN);
  }

  // Fields side by side; those not in `shown` appear when they are asked for or filled. Those in `near` are offered at
  // once, the others where one unfolds them.
  function fields(all, shown = shownFirst(all), near = []) {
    const drawn = new Map();
    // Values that no field is for are kept.
    let others = {};
    const place = make("div", { class: "fields" });
    const offers = make("div", { class: "more" });
    const nearOffers = make("div", { class: "more" });
    const more = make("details", { class: "others" }, make("summary", {}, word("more")), offers);
    const offerOf = new Map();
    // Fields that somebody took away do not come back by themselves.
    const removed = new Set();

    const open = (field) => {
      let one = drawn.get(field.key);
      if (one) return one;
      const isOffered = offerOf.has(field.key);
      one = tools.drawField(field, { onremove: isOffered ? () => close(field) : undefined });
      drawn.set(field.key, one);
      // In the order of the declaration.
      const later = all.slice(all.indexOf(field) + 1).find((other) => drawn.has(other.key));
      place.insertBefore(one.element, later ? drawn.get(later.key).element : null);
      return one;
    };
    const close = (field) => {
      drawn.get(field.key).element.remove();
      drawn.delete(field.key);
      removed.add(field.key);
      refresh();
      const offer = offerOf.get(field.key);
      if (offer.parentElement === offers) more.open = true;
      offer.focus();
      changed(place);
    };
    const read = () => {
      const facts = { ...others };
      for (const [key, one] of drawn) {
        const value = one.element.hidden ? undefined : one.read();
        if (value !== undefined) facts[key] = value;
      }
      return Object.keys(facts).length ? facts : undefined;
    };
    // Whether a field is asked can depend on a value beside it: the first one that such a value makes relevant appears.
    const refresh = () => {
      const appeared = new Set();
      for (const field of all) {
        const { when } = field;
        const beside = when && drawn.get(when.field);
        const value = beside && !beside.element.hidden ? beside.read() : undefined;
        const isRelevant = value === undefined || ![value].flat().some((one) => when.not.includes(one));
        const offer = offerOf.get(field.key);
        if (value !== undefined && isRelevant && offer && !appeared.has(when.field) && !removed.has(field.key)) {
          appeared.add(when.field);
          open(field);
        }
        const one = drawn.get(field.key);
        // What a file says is not hidden from whoever corrects it.
        if (one) one.element.hidden = !isRelevant && !one.isFromFile();
        if (offer) offer.hidden = Boolean(one) || !isRelevant;
      }
      for (const [around, inside] of [[more, offers], [nearOffers, nearOffers]]) {
        around.hidden = [...inside.querySelectorAll("button")].every((offer) => offer.hidden);
      }
    };

    for (const field of all) {
      if (shown.includes(field)) continue;
      const offer = button("add", field.label, () => {
        const one = open(field);
        refresh();
        one.focus();
        changed(place);
      });
      offerOf.set(field.key, offer);
      (near.includes(field) ? nearOffers : offers).append(offer);
    }
    if (near.length) nearOffers.prepend(make("p", { class: "small" }, word("own_lead")));
    for (const field of shown) open(field);
    place.addEventListener("input", refresh);
    place.addEventListener("change", refresh);
    refresh();

    return {
      element: make("div", {}, place, nearOffers, more),
      read,
      write: (facts) => {
        others = {};
        for (const [key, one] of drawn) if (!(key in facts)) one.write(undefined);
        for (const [key, value] of Object.entries(facts)) {
          const field = all.find((field) => field.key === key);
          if (field) open(field).write(value);
          else others[key] = value;
        }
        refresh();
      },
      focus: () => [...drawn.values()].find((one) => !one.element.hidden)?.focus(),
      at: ([key, ...rest]) => {
        const one = drawn.get(key);
        return one && !one.element.hidden ? one.at(rest) : undefined;
      },
      all: () => [...drawn.values()].filter((one) => !one.element.hidden),
    };
  }

  function list(shape, outer) {
    const entries = [];
    const place = make("div", { class: "list" });
    const isGroup = shape.of.is !== "text" && shape.of.is !== "yes-no";
    const number = () => {
      for (const [index, entry] of entries.entries()) {
        const name = word("entry", { label: outer.name, number: index + 1 });
        entry.remove.setAttribute("aria-label", word("remove_entry", { label: name }));
        entry.remove.hidden = entries.length === 1;
        if (isGroup) entry.element.firstChild.textContent = name;
        else if (entry.control.element.matches("input, select")) entry.control.element.setAttribute("aria-label", name);
      }
      // A single entry needs no frame.
      place.classList.toggle("only", entries.length === 1);
      // Nobody wants a second line before the first.
      add.hidden = entries.length >= (shape.max ?? Infinity) || entries.every((entry) => entry.control.read() === undefined);
    };
    const append = (value) => {
      const control = draw(shape.of, { ...outer, id: entries.length ? newId() : outer.id, label: outer.name });
      const entry = { control };
      entry.remove = button("remove", word("remove"), () => {
        const index = entries.indexOf(entry);
        entries.splice(index, 1);
        entry.element.remove();
        if (!entries.length) append();
        number();
        entries[Math.min(index, entries.length - 1)].control.focus();
        changed(place);
      });
      entry.element = isGroup
        ? make("fieldset", { class: "group" }, make("legend"), control.element, entry.remove)
        : make("div", { class: "entry" }, control.element, entry.remove);
      entries.push(entry);
      place.append(entry.element);
      if (value !== undefined) control.write(value);
      number();
      return entry;
    };
    const add = button("add", word("add"), () => {
      append().control.focus();
      changed(place);
    });
    add.append(make("span", { class: "hidden" }, `: ${outer.name}`));
    // The next line is a key away.
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || isGroup || event.target.tagName !== "INPUT" || event.isComposing) return;
      event.preventDefault();
      if (event.target.value.trim()) add.click();
    });
    place.addEventListener("input", number);
    place.addEventListener("change", number);
    append();
    // One entry that a file has without brackets stays without.
    let isBare = false;
    const filled = () => entries.filter((entry) => entry.control.read() !== undefined);
    return {
      element: make("div", {}, place, add),
      read: () => {
        const values = filled().map((entry) => entry.control.read());
        if (isBare && values.length === 1) return values[0];
        return values.length ? values : undefined;
      },
      write: (value) => {
        isBare = !Array.isArray(value);
        for (const entry of entries.splice(0)) entry.element.remove();
        for (const one of Array.isArray(value) ? value : [value]) append(one);
        if (!entries.length) append();
        number();
      },
      focus: () => entries[0].control.focus(),
      at: ([index, ...rest]) => {
        // One entry may be written without brackets: then the path has no number.
        if (typeof index !== "number") return entries[0].control.at?.([index, ...rest].filter((step) => step !== undefined));
        return filled()[index]?.control.at?.(rest);
      },
    };
  }

  // One of several notations; few words are among them, without a step between.
  function choice(shape, outer) {
    if (shape.of.length === 1) return draw(shape.of[0].shape, outer);
    const isFew = ({ shape }) => shape.is === "words" && shape.options.length <= MAX_SHOWN;
    const offered = offeredNotations(shape);
    const place = make("div", { class: "notation" });
    const notations = make("div", { class: "notations", role: "radiogroup", "aria-label": `${outer.name}: ${word("written_how")}` });
    const made = new Map();
    let switcher;
    let current;
    // The radios of these notations; a single one needs none.
    const offer = (places) => {
      const options = places.flatMap((index) => (isFew(shape.of[index])
        ? shape.of[index].shape.options.map(({ value, label }) => ({ value: `${index} ${value}`, label }))
        : [{ value: String(index), label: shape.of[index].label }]));
      switcher = controls.radios(options);
      notations.replaceChildren(switcher.element);
      notations.hidden = options.length < 2;
    };
    const show = (index) => {
      if (!made.has(index)) {
        const { shape: inner, label } = shape.of[index];
        made.set(index, draw(inner, { ...outer, id: newId(), label: notations.hidden ? outer.name : `${outer.name}: ${label}` }));
      }
      current = made.get(index);
      switcher.write(String(index));
      place.replaceChildren(current.element);
    };
    // A word needs no control of its own.
    const showWord = (chosen) => {
      current = { read: () => chosen && chosen.slice(chosen.indexOf(" ") + 1), focus: () => switcher.focus() };
      switcher.write(chosen ?? "");
      place.replaceChildren();
    };
    notations.addEventListener("change", () => {
      const chosen = switcher.read();
      if (chosen.includes(" ")) showWord(chosen);
      else show(Number(chosen));
    });
    const start = () => {
      made.clear();
      offer(offered);
      if (isFew(shape.of[offered[0]])) showWord(undefined);
      else show(offered[0]);
    };
    start();
    return {
      element: make("div", { class: "choice" }, notations, place),
      read: () => current.read(),
      write: (value) => {
        start();
        if (value === undefined) return undefined;
        const index = bestNotation(shape, value);
        if (!offered.includes(index)) offer([index, ...offered]);
        if (isFew(shape.of[index])) return showWord(`${index} ${value}`);
        show(index);
        return current.write(value);
      },
      focus: () => current.focus(),
      at: (path) => current.at?.(path),
    };
  }

  return { draw, fields };
}
