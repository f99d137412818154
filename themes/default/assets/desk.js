// The editors' desk: copies a text byte for byte, counts it against its channel's limit.
(() => {
  const fieldOf = (element) => element.closest("details, section").querySelector("textarea");
  const copy = async (field) => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without permission, as people do it.
      field.select();
      document.execCommand("copy");
    }
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.textContent;
    button.addEventListener("click", async () => {
      await copy(fieldOf(button));
      button.textContent = "Copiato ✓";
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
