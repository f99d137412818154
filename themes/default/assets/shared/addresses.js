// Addresses that open another program with a text: a conversation, a mail, the pages of GitHub, GitLab or Forgejo. Nothing
// leaves before somebody sends it there.

export const MAX_WHATSAPP_CHARACTERS = 1900;
export const MAX_URL_BYTES = 8000;

// Address that opens a conversation with a text; `undefined` if the text is too long for it.
export function whatsappUrl(telephone, text) {
  if (text.length > MAX_WHATSAPP_CHARACTERS) return undefined;
  return `https://wa.me/${telephone.replace(/\D/g, "")}?text=${encodeURIComponent(text)}`;
}

// Address that opens a mail. Some programs cut longer ones.
export const mailUrl = (email, subject, body) =>
  `mailto:${email}?subject=${encodeURIComponent(subject.replace(/\s*[\r\n]+\s*/g, " "))}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;

const kindOf = (base) => {
  const { hostname } = new URL(base);
  if (hostname === "github.com") return "github";
  return /(^|\.)gitlab\./.test(hostname) ? "gitlab" : "forgejo";
};

// The shorter address if the filled one is too long for servers.
const fitting = (filled, empty) => (filled.length <= MAX_URL_BYTES ? { url: filled, isFilled: true } : { url: empty, isFilled: false });

// Addresses of the web editor with the file written, and without it if that is too long or if the file exists, which those
// pages change but do not replace. GitLab's takes no text.
export function newFileUrl({ repository, branch }, path, text, exists) {
  const base = repository.replace(/\/$/, "");
  const kind = kindOf(base);
  const on = branch.split("/").map(encodeURIComponent).join("/");
  const folder = path.slice(0, path.lastIndexOf("/"));
  const name = encodeURIComponent(path.slice(folder.length + 1));
  const page = (word) => `${base}/${kind === "github" ? word : kind === "gitlab" ? `-/${word}` : `_${word}`}/${on}`;
  if (exists) return { url: `${page("edit")}/${path}`, isFilled: false };
  if (kind === "gitlab") return { url: `${page("new")}/${folder}?file_name=${name}`, isFilled: false };
  const empty = `${page("new")}/${folder}?filename=${name}`;
  return fitting(`${empty}&value=${encodeURIComponent(text)}`, empty);
}

// Address of a new issue with its text, and without it if that is too long.
export function newIssueUrl({ repository }, title, body) {
  const base = repository.replace(/\/$/, "");
  const isGitLab = kindOf(base) === "gitlab";
  const [asTitle, asBody] = isGitLab ? ["issue[title]", "issue[description]"].map(encodeURIComponent) : ["title", "body"];
  const empty = `${base}/${isGitLab ? "-/" : ""}issues/new?${asTitle}=${encodeURIComponent(title)}`;
  return fitting(`${empty}&${asBody}=${encodeURIComponent(body)}`, empty);
}
