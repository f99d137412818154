// Editors' desk: copies a message unchanged and counts its length against the messenger's limit.
(() => {
  const fieldOf = (element) => element.closest("details, section").querySelector("textarea");
  const copy = async (field) => {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // Fallback without clipboard permission: select and copy.
      field.select();
      return document.execCommand("copy");
    }
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.textContent;
    button.addEventListener("click", async () => {
      button.textContent = await copy(fieldOf(button)) ? "Copiato ✓" : "Tieni premuto sul testo e copialo";
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
  for (const field of document.querySelectorAll("textarea[data-live]")) {
    const shown = field.closest("details").querySelector("[data-count]");
    field.addEventListener("input", () => {
      const { limit, unit } = field.dataset;
      shown.textContent = `${field.value.length} di ${limit} ${unit}`;
      shown.classList.toggle("too-long", field.value.length > Number(limit));
    });
  }
})();
