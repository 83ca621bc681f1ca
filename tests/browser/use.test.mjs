// The built sites in use: words are searched, lists sorted, charts walked through by keyboard.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { forEach, launch, watch } from './browser.mjs';
import { sideways, squeezed } from './in-page.mjs';
import { none } from './problems.mjs';
import { kinds, serve, sites } from './sites.mjs';

/** What one page may cost, cold, and what all scripts may weigh together. */
const REQUESTS = 4;
const TRANSFERRED = 40 * 1024;
const SCRIPTS = 10 * 1024;

/** Folder of the language, what is typed, the title found first. */
const FOUND = [
  ['', '電子化率', '行政手続電子化率'],
  ['', '見直し', '申請等手続の標準処理期間見直しの実施数'],
  ['', 'デジタル', 'デジタル人材の支援'],
  ['', 'マイナンバーカード', 'マイナンバーカード交付率'],
  ['', 'ﾏｲﾅﾝﾊﾞｰ', 'マイナンバーカード交付率'],
  ['', 'まいなんばー', 'マイナンバーカード交付率'],
  ['', '令和6年度', '第12次大綱：令和6年度（2024年度）'],
  ['', 'ｎｅｔｓｕｇｅｎ 会員', 'NETSUGEN会員数'],
  ['en/', 'childcare', 'Share of male employees taking childcare leave or similar'],
  ['en/', 'NETSUGEN', 'NETSUGEN'],
];

/** What a file weighs as a server sends it. */
const weight = (site, path) => gzipSync(readFileSync(join(site.dir, path))).length;

const hasChart = (site, path) => readFileSync(join(site.dir, path), 'utf8').includes('class="chart"');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const site of sites()) describe(site.name, () => check(site));

function check(site) {
  let server;
  before(async () => (server = await serve(site.dir)));
  after(() => server.close());
  const file = (path) => `${pathToFileURL(site.dir)}/${path}`;
  /** The longest page of each kind and language. */
  const longest = kinds(site).map((paths) => paths.reduce((one, other) => (weight(site, other) > weight(site, one) ? other : one)));

  it('sorts the list of indicators and narrows it, also from a file', async () => {
    const page = await browser.newPage();
    for (const address of [`${server.home}indicators/index.html`, file('indicators/index.html')]) {
      await page.goto(address);
      const column = () =>
        page.$$eval('table.sortable tbody', ([body]) =>
          [...body.rows].filter((row) => !row.hidden).map((row) => row.cells[3].querySelector('data')?.value),
        );
      const before = await column();
      await page.click('table.sortable th:nth-child(4) button');
      const numbers = (await column()).filter((value) => value !== undefined).map(Number);
      assert.ok(numbers.length > 1 && numbers.every((value, at) => at === 0 || numbers[at - 1] <= value));
      assert.equal(await page.getAttribute('table.sortable th:nth-child(4)', 'aria-sort'), 'ascending');
      await page.click('table.sortable th:nth-child(4) button');
      await page.click('table.sortable th:nth-child(4) button');
      assert.deepEqual(await column(), before, 'the third click brings back the order of the plan');
      const all = await page.$$eval('table.sortable tbody tr', (rows) => rows.length);
      await page.fill('.narrow input', 'ＫＧＩ');
      const left = await page.$$eval('table.sortable tbody tr:not([hidden])', (rows) => rows.length);
      assert.ok(left > 0 && left < all, `${left} of ${all}`);
      assert.match(await page.innerText('.narrow [role=status]'), new RegExp(`^${left}`));
    }
    await page.close();
  });

  it('goes from home to an item, a chart and the search by keyboard alone', async () => {
    const page = await browser.newPage();
    const trouble = [];
    watch(page, new URL(server.home).host, (what) => trouble.push([what, page.url()]));
    await page.goto(`${server.home}index.html`);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page, (it) => it.getAttribute('href')), '#main', 'the skip link comes first');
    await tabTo(page, (it) => it.matches('.plan-card h3 a'));
    assert.equal(await enter(page), 'plan');
    await tabTo(page, (it) => it.matches('.items a'));
    assert.equal(await enter(page), 'item');
    await page.goto(server.home + site.pages.find((path) => /^[^/]+\/indicators\//.test(path) && hasChart(site, path)));
    await tabTo(page, (it) => it.matches('.chart .mark'));
    const seen = [];
    for (let last = ''; ; last = seen.at(-1)) {
      const words = await focused(page, (it) => it.getAttribute('aria-label'));
      if (words === last) break;
      seen.push(words);
      assert.equal(await page.innerText('.figure .value'), words, 'the value can be seen');
      await page.keyboard.press('ArrowRight');
    }
    assert.equal(seen.length, await page.locator('.figure .mark').count(), 'every point is reached');
    await tabTo(page, (it) => it.matches('.switch a[href*="search/"]'));
    assert.equal(await enter(page), 'search');
    await tabTo(page, (it) => it.matches('#words'));
    await page.keyboard.type('目標');
    await page.waitForSelector('.found a');
    await tabTo(page, (it) => it.matches('.found a'));
    none(trouble);
    await page.close();
  });

  it('loses nothing with text at 200 % or with the spacing of WCAG 1.4.12', async () => {
    const wrong = [];
    await forEach(browser, longest, { bypassCSP: true }, async (page, path) => {
      await page.goto(server.home + path);
      for (const [what, css] of [
        ['text at 200 %', 'html { font-size: 200% !important; }'],
        [
          'wider spacing',
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
        ],
      ]) {
        const style = await page.addStyleTag({ content: css });
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const lost = [...(await page.evaluate(squeezed)), await page.evaluate(sideways)].filter(Boolean);
          wrong.push(...lost.map((words) => [`${what} at ${width} px: ${words}`, path]));
        }
        await style.evaluate((element) => element.remove());
      }
    });
    none(wrong);
  });

  it(`costs at most ${REQUESTS} requests and ${TRANSFERRED / 1024} KB a page, cold`, async () => {
    const wrong = [];
    await forEach(browser, longest, {}, async (page, path) => {
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(server.home + path, { waitUntil: 'networkidle' });
      page.removeAllListeners('request');
      const bytes = asked.map((one) => weight(site, one.slice(new URL(server.home).pathname.length)));
      const total = bytes.reduce((sum, one) => sum + one, 0);
      if (asked.length > REQUESTS) wrong.push([`${asked.length} requests`, path]);
      if (total > TRANSFERRED) wrong.push([`${total} bytes`, path]);
    });
    none(wrong);
    const scripts = readdirSync(join(site.dir, 'assets')).filter((name) => name.endsWith('.js'));
    const total = scripts.reduce((sum, name) => sum + weight(site, `assets/${name}`), 0);
    assert.ok(total <= SCRIPTS, `all scripts: ${total} bytes`);
  });

  if (site.name === 'gunma')
    it('finds words in both languages, with a server and from a file', async () => {
      const page = await browser.newPage();
      for (const address of [server.home, file('')])
        for (const [folder, query, first] of FOUND) {
          await page.goto(`${address}${folder}search/index.html`);
          await page.fill('#words', query);
          await page.waitForFunction(() => document.querySelector('form.search [role=status]').textContent);
          const titles = await page.locator('.found a').allInnerTexts();
          assert.equal(titles[0], first, `${query}: ${titles.slice(0, 3)}`);
          assert.ok((await page.locator('.found mark').count()) >= titles.length, `${query}: marked`);
        }
      const everything = await page.locator('.found').allInnerTexts();
      assert.ok(everything.length > 0);
      await page.goto(`${server.home}search/index.html`);
      await page.fill('#words', '令和6年度');
      await page.waitForSelector('.found li');
      for (const entry of await page.locator('.found li').allInnerTexts()) assert.match(entry, /令和6年度/);
      await page.fill('#words', 'どこにもない言葉');
      await page.waitForFunction(() => document.querySelectorAll('.found li').length === 0);
      assert.match(await page.innerText('form.search [role=status]'), /見つかりませんでした/);
      await page.fill('#words', '');
      assert.ok(await page.isVisible('#list'), 'the list of pages is there again');
      await page.goto(`${server.home}index.html`);
      await page.fill('#words', '電子化率');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.found li');
      await page.close();
    });
}

const focused = (page, read) => page.evaluate(`(${read})(document.activeElement)`);

/** Follows the link that has the focus; returns the kind of page it leads to. */
async function enter(page) {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
  return page.getAttribute('html', 'data-page-type');
}

/** Presses Tab until the focus is where it is wanted; fails where a reader would give up. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page, wanted)) {
      const outline = await focused(page, (it) => getComputedStyle(it).outlineStyle);
      assert.notEqual(outline, 'none', `the focus can be seen: ${wanted}`);
      return;
    }
  }
  assert.fail(`not reached by Tab: ${wanted}`);
}
