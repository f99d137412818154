// The draft of an announcement, kept on the device until somebody deletes it. It is never sent anywhere.

// Drafts of all forms; those set aside, the oldest first, have a key of their own. Boards of one host share its storage.
const { path } = window.board;
const PREFIX = `annuncio ${path} `;
const ASIDE = `annunci messi da parte ${path} `;

// Storage may be forbidden or full.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// Whether a stored value is a draft; anything else is ignored.
function isDraft(value) {
  return isMap(value) && isMap(value.facts) && typeof (value.body ?? "") === "string"
    && typeof (value.slug ?? "") === "string" && !Number.isNaN(Date.parse(value.saved));
}

const readJson = (key) => attempt(() => JSON.parse(localStorage.getItem(key))) ?? undefined;
const readDraft = (key) => [readJson(key)].find(isDraft);
const readAside = (key) => [readJson(key)].flat().filter(isDraft);

export function createDraft({ name }) {
  const key = PREFIX + name;
  const aside = ASIDE + name;
  const write = (at, value) => attempt(() => {
    localStorage.setItem(at, JSON.stringify(value));
    return true;
  }) ?? false;
  const read = () => readDraft(key);
  return {
    // Whether it was kept.
    save: (written) => write(key, { ...written, saved: new Date().toISOString() }),
    read,
    remove: () => attempt(() => localStorage.removeItem(key)),
    // Makes room for something else without losing the draft; whether there is room.
    setAside: () => {
      const draft = read();
      return !draft || write(aside, [...readAside(aside), draft]);
    },
    // The draft set aside last.
    before: () => readAside(aside).at(-1),
    // Puts the draft set aside last in the place of this one, which is set aside itself.
    swap: () => {
      const others = readAside(aside);
      const before = others.pop();
      if (!before) return undefined;
      if (!write(aside, [read(), ...others].filter(Boolean)) || !write(key, before)) return undefined;
      return before;
    },
    // Calls back when another page of the browser deletes the draft.
    onremoved: (call) => addEventListener("storage", (event) => {
      if (event.key === null || (event.key === key && event.newValue === null)) call();
    }),
  };
}

// The drafts on the device for forms of these kinds: `[{ kind, slug, isRenewed, draft }]`, the newest first.
export function keptDrafts(kinds) {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  const found = keys.flatMap((key) => {
    const prefix = [PREFIX, ASIDE].find((prefix) => key.startsWith(prefix));
    if (!prefix) return [];
    const [kind, ...rest] = key.slice(prefix.length).split(" ");
    const slug = rest[0];
    const drafts = prefix === ASIDE ? readAside(key) : [readDraft(key)].filter(Boolean);
    return kinds.includes(kind) ? drafts.map((draft) => ({ kind, slug, isRenewed: rest.length > 1, draft })) : [];
  });
  return found.sort((one, other) => Date.parse(other.draft.saved) - Date.parse(one.draft.saved));
}

// What one page hands to the next in the same tab, read once.
export const HANDOVER = `annuncio da aprire ${path}`;

export function handOver(written) {
  try {
    sessionStorage.setItem(HANDOVER, JSON.stringify(written));
    return true;
  } catch {
    return false;
  }
}

export function takeOver() {
  try {
    const written = JSON.parse(sessionStorage.getItem(HANDOVER));
    sessionStorage.removeItem(HANDOVER);
    return written ?? undefined;
  } catch {
    return undefined;
  }
}
