// What the announcement will be: the messages, the facts on its page, the letter with the questions, the file.

export function createPreview({ make, button, word, focusOn }, { onclose }) {
  const element = make("section", { class: "preview", hidden: true });

  const folded = (title, ...children) => make("details", {}, make("summary", {}, title), ...children);
  const text = (content, lang) => make("pre", { lang, dir: "auto", tabindex: 0 }, content);

  function rows(list) {
    const lines = list.map(({ label, lines }) => make("div", { class: "row" }, make("dt", {}, label), ...lines.map((line) => make("dd", {}, line))));
    return make("dl", { class: "facts" }, ...lines);
  }

  // Shows an answer to `write` with `preview`, or without it one that `isPartial`; without rules, what is written, as `plain`.
  function show(answer, lang) {
    const title = make("h2", {}, word("preview"));
    const names = new Intl.DisplayNames([lang], { type: "language" });
    const posts = (answer.posts ?? []).map((post, place) => {
      const post_ = folded(`${word("preview_post")}: ${names.of(post.lang)}`, text(post.text, post.lang));
      post_.open = place === 0;
      return post_;
    });
    const parts = answer.plain !== undefined ? [text(answer.plain)] : [
      ...(posts.length ? posts : [make("p", {}, word(answer.isPartial ? "preview_failed" : "preview_wait"))]),
      answer.rows?.length && folded(word("preview_page"), rows(answer.rows)),
      answer.letter && folded(word("preview_letter"), make("p", {}, make("strong", {}, answer.letter.subject)), text(answer.letter.text)),
      folded(`${word("preview_file")}: ${answer.name}`, text(answer.file)),
    ];
    element.replaceChildren(title, ...parts.filter(Boolean), button("button quiet-button", word("preview_close"), () => {
      element.hidden = true;
      onclose();
    }));
    element.hidden = false;
    focusOn(title);
  }

  return { element, show, hide: () => {
    element.replaceChildren();
    element.hidden = true;
  } };
}
