// Print desk: says how large each pack is, which is known only when it has been printed.
for (const size of document.querySelectorAll("[data-size]")) {
  fetch(size.closest("a").href, { method: "HEAD" }).then(({ ok, headers }) => {
    const bytes = Number(headers.get("Content-Length"));
    if (ok && bytes) size.textContent += ` ${Math.ceil(bytes / 1000)} kB`;
  }, () => {});
}
