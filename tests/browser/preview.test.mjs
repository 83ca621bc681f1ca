// The preview as a division's clerk uses it: a figure with a mistake, the mistake over the page, the chart that follows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, watch } from './browser.mjs';
import { none } from './problems.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const ITEM = 'content/plans/r3/items/01/item.yaml';
const PAGE = 'r3/indicators/digitised-forms.html';

let browser, town, preview, address;
before(async () => {
  browser = await launch();
  town = mkdtempSync(join(tmpdir(), 'michinori-preview-'));
  cpSync(join(REPOSITORY, 'examples/mihon'), town, { recursive: true });
  const serve = ['run', '--release', '--quiet', '--', '--lang', 'ja', 'serve', town, '--port', '0'];
  // A group of its own, so that what cargo started ends with it.
  preview = spawn('cargo', serve, { cwd: REPOSITORY, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  address = await new Promise((found, failed) => {
    let said = '';
    preview.stdout.on('data', (words) => {
      said += words;
      const [here] = said.match(/http:\/\/127\.0\.0\.1:\d+\/(?= で)/) ?? [];
      if (here) found(here);
    });
    preview.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
});
after(async () => {
  await browser.close();
  process.kill(-preview.pid);
  rmSync(town, { recursive: true, force: true });
});

const edit = (from, to) => {
  const path = join(town, ITEM);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${ITEM} holds ${from}`);
  writeFileSync(path, text.replace(from, to));
};
const lineOf = (words) => readFileSync(join(town, ITEM), 'utf8').split('\n').findIndex((line) => line.includes(words)) + 1;

it('shows a mistake over the page, with its line, and the chart once it is mended', async (test) => {
  const page = await browser.newPage();
  const trouble = [];
  watch(page, new URL(address).host, (what) => trouble.push([what, page.url()]));
  await page.goto(address + PAGE);
  // Its words; a script makes its points reachable at some moment.
  const chart = () => page.locator('.figure svg.chart').first().textContent();
  const before = await chart();
  assert.ok(before.includes('915'));

  edit('R6: 915}', 'R6: 九百四十}');
  const mistakes = page.locator('.michinori-mistakes');
  await mistakes.waitFor();
  const said = await mistakes.innerText();
  assert.ok(said.includes(`${ITEM}:${lineOf('九百四十')}:`), said);
  assert.match(said, /対処：/);
  assert.equal(await chart(), before, 'the last good page is under it');

  edit('R6: 九百四十}', 'R6: 940}');
  const saved = performance.now();
  await page.waitForFunction(() => document.querySelector('.figure svg.chart')?.innerHTML.includes('940'));
  test.diagnostic(`seen ${Math.round(performance.now() - saved)} ms after it was saved`);
  assert.equal(await mistakes.count(), 0);
  assert.ok(!(await chart()).includes('915'));
  none(trouble);
});

it('shows the whole site at the root of a server, without a broken link or asset', async () => {
  const page = await browser.newPage();
  const trouble = [];
  watch(page, new URL(address).host, (what) => trouble.push([what, page.url()]));
  const links = new Set();
  for (const path of ['', 'en/', 'easy/', 'r3/', 'r3/items/01.html', PAGE, 'search/', 'data/', 'updates/', 'en/r3/booklet/']) {
    await page.goto(address + path);
    for (const link of await page.$$eval('a[href], link[href]', (all) => all.map((one) => one.href.split('#')[0])))
      if (link.startsWith(address)) links.add(link);
  }
  for (const link of links) {
    const answer = await fetch(link, { redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) trouble.push([`status ${answer.status}`, link]);
  }
  assert.ok(links.size > 150, `${links.size} links`);
  none(trouble);
  await page.close();
});

it('answers nobody who calls it by another name', async () => {
  const page = await browser.newPage();
  const answer = await page.goto(address.replace('127.0.0.1', 'localhost') + PAGE);
  assert.equal(answer.status(), 200);
  // What a site elsewhere sees that points a name of its own at this machine.
  const port = new URL(address).port;
  const elsewhere = await launch(`--host-resolver-rules=MAP elsewhere.example 127.0.0.1`);
  const stranger = await elsewhere.newPage();
  assert.equal((await stranger.goto(`http://elsewhere.example:${port}/`)).status(), 403);
  await elsewhere.close();
});
