// The draft of an announcement, kept on the device until somebody deletes it. It is never sent anywhere.

export function createDraft({ name }) {
  const key = `annuncio ${name}`;
  // Storage may be forbidden or full.
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    // Whether it was kept.
    save: (written) => attempt(() => {
      localStorage.setItem(key, JSON.stringify({ ...written, saved: new Date().toISOString() }));
      return true;
    }) ?? false,
    read: () => attempt(() => JSON.parse(localStorage.getItem(key))) ?? undefined,
    remove: () => attempt(() => localStorage.removeItem(key)),
  };
}

// What one page hands to the next in the same tab, read once.
export const HANDOVER = "annuncio da aprire";

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
