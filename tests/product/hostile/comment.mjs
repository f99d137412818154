// Runs the script of comment.yml on a pull request and a report that are made up, as actions/github-script does, with
// GitHub's answers in place of GitHub. Reads the case as JSON from the file named second, prints what is written.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const [workflow, caseFile] = process.argv.slice(2);
const made = JSON.parse(fs.readFileSync(caseFile, 'utf8'));

const lines = fs.readFileSync(workflow, 'utf8').split('\n');
const start = lines.findIndex((line) => line.trim() === 'script: |');
const script = lines.slice(start + 1).map((line) => line.slice(12)).join('\n');

const HEAD = made.head ?? 'a'.repeat(40);
const repository = { id: 1, homepage: 'https://borgo.example.org' };
const pull = {
  number: 7, state: 'open', head: { sha: HEAD, ref: 'proposta', repo: { id: 2, full_name: 'altri/bacheca' } },
  base: { ref: 'main', repo: { id: 1 } }, html_url: 'https://github.example/borgo/bacheca/pull/7',
};
const run = {
  id: 3, event: 'pull_request', conclusion: 'success', head_sha: HEAD, head_branch: 'proposta', pull_requests: [],
  head_repository: { id: 2, owner: { login: 'altri' } }, html_url: 'https://github.example/runs/3', ...made.run,
};
const written = [];
const page = (all) => async ({ page: number = 1, per_page: size }) => ({ data: all.slice((number - 1) * size, number * size) });
const rest = {
  pulls: {
    list: async () => ({ data: [pull] }),
    // What was pushed after the list of pull requests was read.
    get: async () => ({ data: {
      ...pull, changed_files: made.changed_files ?? made.files.length, head: { ...pull.head, sha: made.pushed ?? HEAD },
    } }),
  },
  repos: {
    compareCommitsWithBasehead: async ({ basehead }) => {
      if (made.unlisted || basehead !== `main...${HEAD}`) throw new Error('Not Found');
      return { data: { files: made.files.slice(0, 300) } };
    },
  },
  issues: {
    listComments: page(made.comments ?? []),
    createComment: async ({ body }) => written.push({ created: body }),
    updateComment: async ({ comment_id: id, body }) => written.push({ updated: body, id }),
  },
  actions: {
    listWorkflowRunArtifacts: async () => ({ data: { artifacts: [{
      id: 5, name: 'rapporto', expired: false, size_in_bytes: fs.statSync(made.archive).size,
      workflow_run: { head_sha: made.reported ?? HEAD },
    }] } }),
    downloadArtifact: async () => ({ data: fs.readFileSync(made.archive) }),
  },
};
const paginate = async (call, options) => {
  const all = [];
  for (let number = 1; ; number += 1) {
    const { data } = await call({ ...options, page: number });
    all.push(...data);
    if (data.length < options.per_page) return all;
  }
};
const messages = [];
const core = { info: (text) => messages.push(text), warning: (text) => messages.push(text) };
const context = {
  repo: { owner: 'borgo', repo: 'bacheca' }, payload: { workflow_run: run, repository }, serverUrl: 'https://github.example',
};
const AsyncFunction = (async () => {}).constructor;
await new AsyncFunction('github', 'context', 'core', 'require', script)(
  { rest, paginate }, context, core, createRequire(import.meta.url),
);
console.log(JSON.stringify({ written, messages }));
