// Elements of the page, made without markup: what people write is never read as HTML.
let last = 0;

// An id that no other element of the page has.
export const newId = () => `announce-${++last}`;

// An element with attributes (`onclick` and the like are listeners; absent and false ones are left out) and children.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

// A text without halves of characters, which no address and no file can hold.
export const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, "\u{FFFD}");

// A button that does not submit anything.
export const button = (name, text, onclick) => make("button", { type: "button", class: name, onclick }, text);

// Tells the form that a value changed by something else than typing.
export const changed = (element) => element.dispatchEvent(new Event("input", { bubbles: true }));

// Moves the focus to an element that a person does not reach by keys, so that what is there is read aloud.
export function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: "start" });
}
