// Every page of the built sites, read by the Nu HTML checker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import { none } from './problems.mjs';
import { sites } from './sites.mjs';

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

for (const { name, dir, pages } of sites()) {
  it(`${name}: ${pages.length} pages of valid HTML`, () => {
    const options = ['--skip-non-html', '--errors-only', '--exit-zero-always', '--format', 'json'];
    const { error, status, stderr } = spawnSync('java', ['-jar', JAR, ...options, dir], {
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    if (error) throw error;
    assert.equal(status, 0, stderr);
    const { messages } = JSON.parse(stderr);
    none(
      messages.map(({ message, url, lastLine }) => [message, `${url.split(`/${name}/`).at(-1)}:${lastLine}`]),
    );
  });
}
