// Editors' desk, usable with one thumb: copies a text unchanged, opens apps with what is in the box, and counts its length
// against the messenger's limit.
//
// For the scripts of its pages: `desk.say(element, text)` shows a sentence beneath an element and has it read aloud,
// `desk.copy(text, html)` is true if it was copied, `desk.boxOf(element)` is the text that a button is for, `desk.canShare(data)`
// says whether the system's sheet takes it.
window.desk = (() => {
  // A sentence on what was done, read aloud, beneath the button that did it.
  const status = document.createElement("p");
  status.className = "desk-said";
  status.setAttribute("role", "status");
  const say = (below, text) => {
    status.textContent = "";
    below.after(status);
    // A region that is new to the page is read when its text changes.
    setTimeout(() => { status.textContent = text; }, 50);
  };
  const boxOf = (element) => element.closest("div, details, section").querySelector("textarea");

  // Bold and other marks of Telegram as HTML: what is pasted keeps them in its apps.
  const html = (text) => {
    const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    const marked = [["\\*\\*", "b"], ["__", "i"], ["~~", "s"], ["`", "code"]].reduce(
      (made, [mark, name]) => made.replace(new RegExp(`${mark}(?!\\s)([^\\n]+?)${mark}`, "g"), `<${name}>$1</${name}>`),
      escaped,
    );
    return marked.replace(/\[([^\]\n]+)\]\((https?:[^)\s"]+)\)/g, '<a href="$2">$1</a>').replace(/\n/g, "<br>");
  };

  // Both forms where the clipboard takes them, else the plain text; true if it was copied.
  const copy = async (text, asHtml) => {
    if (asHtml && window.ClipboardItem && navigator.clipboard && navigator.clipboard.write) {
      try {
        const form = (type, content) => ({ [type]: new Blob([content], { type }) });
        await navigator.clipboard.write([new ClipboardItem(Object.assign(form("text/plain", text), form("text/html", asHtml)))]);
        return true;
      } catch {}
    }
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without a clipboard, or without leave to use it: select and copy.
      const box = document.createElement("textarea");
      box.className = "hidden";
      box.value = text;
      document.body.append(box);
      box.select();
      const isCopied = document.execCommand("copy");
      box.remove();
      return isCopied;
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const box = boxOf(button);
      const isCopied = await copy(box.value, "marked" in button.closest("div, details, section").dataset && html(box.value));
      if (!isCopied) box.select();
      say(button.parentElement, isCopied ? "Copiato ✓" : "Tieni premuto sul testo e copialo.");
    });
  }

  for (const box of document.querySelectorAll("textarea[data-live]")) {
    const shown = box.closest("details").querySelector("[data-count]");
    box.addEventListener("input", () => {
      const { limit, unit } = box.dataset;
      shown.textContent = `${box.value.length} di ${limit} ${unit}`;
      shown.classList.toggle("too-long", box.value.length > Number(limit));
    });
  }

  // What is in the box is what is sent.
  for (const link of document.querySelectorAll("[data-open]")) {
    const update = () => {
      const prefix = link.dataset.open;
      const text = boxOf(link).value;
      link.href = prefix + encodeURIComponent(prefix.startsWith("mailto:") ? text.replace(/\r?\n/g, "\r\n") : text);
    };
    boxOf(link).addEventListener("input", update);
    // A browser that comes back to the page puts what was written into the box, and says nothing.
    link.addEventListener("click", update);
  }

  const canShare = (data) => {
    try {
      return Boolean(navigator.share && navigator.canShare && navigator.canShare(data));
    } catch {
      return false;
    }
  };

  return { say, copy, boxOf, canShare };
})();
