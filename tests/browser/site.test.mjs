// The built sites, opened in a browser as their readers open them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { crawlFiles, forEach, launch } from './browser.mjs';
import { facts } from './in-page.mjs';
import { none, same } from './problems.mjs';
import { BASE, folderOf, langOf, serve, sites } from './sites.mjs';
import { NARROWEST, WIDTHS, survey } from './survey.mjs';

/** What each language is called, by its folder. */
const LANGUAGES = { '': '日本語', 'en/': 'English', 'easy/': 'やさしい日本語' };
const NOT_FOUND = '404.html';
/** The smallest chart text, in pixels on the screen. */
const SMALLEST = { 375: 11, 1280: 12 };
/** Less than this, in pixels, is rounding. */
const ROUNDING = 0.05;
/** Less than this, in pixels, is not seen. */
const TOUCH = 1;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const site of sites()) describe(site.name, () => check(site));

function check(site) {
  let server, all, pages;
  before(async () => {
    server = await serve(site.dir);
    all = await survey(browser, site, server.home);
    pages = all.filter(({ path }) => path !== NOT_FOUND);
  });
  after(() => server.close());

  /** The same page in the language of a folder. */
  const within = (folder, path) => folder + path.slice(folderOf(path).length);
  /** Each finding says what is wrong with a record, or a list of it, or nothing. */
  const noneOf = (records, ...findings) =>
    none(
      records.flatMap((record) =>
        findings
          .flatMap((find) => find(record))
          .filter(Boolean)
          .map((what) => [what, record.path]),
      ),
    );
  /** One page of each kind and language. */
  const oneOfEachKind = () => [
    ...new Map(all.map((page) => [`${page.type} ${folderOf(page.path)}`, page])).values(),
  ];

  it('has pages in both languages, each with a kind', () => {
    noneOf(all, ({ type }) => !type && 'no data-page-type');
    for (const folder of ['', 'en/'])
      noneOf(pages, ({ path }) => !site.pages.includes(within(folder, path)) && `not in ${LANGUAGES[folder]}`);
    assert.ok(site.pages.includes('index.html') && site.pages.includes(NOT_FOUND));
  });

  it('meets WCAG 2.2 A and AA and best practice by axe: every page, and samples of each kind on phone and desktop, light and dark', () => {
    none(all.flatMap(({ violations }) => violations));
  });

  it('draws chart text at 4.5:1 and chart marks at 3:1, light and dark', () => {
    const pale = all.flatMap((page) => page.pale);
    none(
      pale.map(({ what, ratio, needed, where }) => [`${what}: ${ratio.toFixed(2)}, not ${needed}`, where]),
    );
  });

  it('loads without console error, failed request or other host', () => {
    none(all.flatMap(({ trouble }) => trouble));
  });

  it(`never scrolls sideways at ${NARROWEST} px`, () => {
    noneOf(all, ({ sideways }) => sideways);
  });

  for (const width of WIDTHS) {
    const charts = () =>
      pages.flatMap(({ path, charts }) => charts[width].map((chart) => ({ path, ...chart })));

    it(`shows chart text of at least ${SMALLEST[width]} px at ${width} px`, () => {
      assert.ok(
        charts().some(({ texts }) => texts.length > 0),
        'no chart text anywhere',
      );
      noneOf(charts(), ({ texts }) => {
        const smallest = Math.min(...texts.map(({ size }) => size));
        return smallest < SMALLEST[width] - ROUNDING && `smallest chart text ${smallest.toFixed(1)} px`;
      });
    });

    it(`shows chart text whole and apart at ${width} px`, () => {
      noneOf(charts(), ({ box, texts }) => [
        ...texts.filter((text) => !inside(text.box, box)).map(({ words }) => `cut off: ${words}`),
        ...texts.flatMap((one, i) =>
          texts
            .slice(i + 1)
            .filter((other) => overlap(one.box, other.box))
            .map(({ words }) => `overlap: ${one.words} / ${words}`),
        ),
      ]);
    });
  }

  it('has one h1, one main, a description, a title of its own and the right language on each page', () => {
    const titles = count(all.map(({ title }) => title));
    noneOf(
      all,
      ({ h1 }) => h1 !== 1 && `${h1} h1`,
      ({ main }) => main !== 1 && `${main} main`,
      ({ description }) => !description && 'no description',
      ({ title }) => (title ? titles.get(title) > 1 && `title not unique: ${title}` : 'no title'),
      ({ path, lang }) => lang !== langOf(path) && `lang is ${lang}`,
    );
  });

  it('names its canonical address and its translations on each page', () => {
    const address = (path) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), root).href;
    const [root] = pages.find(({ path }) => path === 'index.html').canonical;
    assert.ok(root?.endsWith(BASE), `canonical address of the home page: ${root}`);
    // A chart in a frame is known as the page of its indicator.
    const knownAs = (path) => path.replace(/(^|\/)embed\/([^/]+)\//, '$1$2/indicators/');
    noneOf(pages, ({ path: own, canonical, alternates }) => {
      const path = knownAs(own);
      const ja = address(within('', path));
      // Easy Japanese is no language of its own to a search engine.
      const translated = folderOf(path) !== 'easy/';
      const expected = translated ? { ja, en: address(within('en/', path)), 'x-default': ja } : {};
      return [
        canonical.join() !== address(path) && `canonical: ${canonical}`,
        ...Object.keys({ ...expected, ...alternates })
          .filter((lang) => alternates[lang] !== expected[lang])
          .map((lang) => `hreflang ${lang}: ${alternates[lang]}`),
      ];
    });
    const missing = all.find(({ path }) => path === NOT_FOUND);
    assert.deepEqual([missing.canonical, missing.alternates], [[], {}], NOT_FOUND);
  });

  it('switches to the same page in every other language it is offered in', () => {
    noneOf(pages, ({ path, switches }) => {
      const others = Object.keys(LANGUAGES)
        .filter((folder) => folder !== folderOf(path))
        .map((folder) => [folder, within(folder, path)])
        .filter(([, other]) => site.pages.includes(other));
      const expected = others.map(([folder, other]) =>
        [LANGUAGES[folder], langOf(other), langOf(other), server.home + other].join(' '),
      );
      const found = switches.map(({ text, lang, hreflang, href }) => [text, lang, hreflang, href].join(' '));
      return found.join('\n') !== expected.join('\n') && `switches: ${found.join(', ')}`;
    });
  });

  it('has only scripts of its own that add, and shows the same without JavaScript', async () => {
    const allowed = {
      indicators: 'table.js',
      search: 'search.js',
      ...Object.fromEntries(['indicator', 'kgi', 'kgis', 'item', 'embed'].map((type) => [type, 'chart.js'])),
    };
    noneOf(all, ({ type, scripts, handlers }) => {
      const others = scripts.filter((script) => script !== `${BASE}assets/${allowed[type]}`);
      return others.length + handlers > 0 && `a script: ${others}`;
    });
    const differing = [];
    await forEach(browser, oneOfEachKind(), { javaScriptEnabled: false }, async (page, withScripts) => {
      await page.goto(server.home + withScripts.path);
      const { shown } = await page.evaluate(facts);
      for (const [what, seen] of Object.entries(withScripts.shown))
        if (shown[what] !== seen) differing.push([`${what} differ`, withScripts.path]);
      const framed = withScripts.type === 'embed'; // stands on another site's page
      if (shown['navigation links'] === 0 && !framed) differing.push(['no navigation', withScripts.path]);
    });
    none(differing);
    const indicators = pages.filter(({ type }) => type === 'indicator');
    noneOf(indicators, ({ shown }) => shown.charts > 0 && shown.tables === 0 && 'a chart without a table');
    assert.ok(
      indicators.some(({ shown }) => shown.charts > 0),
      'no indicator with a chart',
    );
  });

  it(`has no broken link or asset under ${BASE}`, async () => {
    const ids = new Map(all.map((page) => [server.home + page.path, new Set(page.ids)]));
    const uses = all.flatMap(({ path, links }) => links.map((link) => [link, path]));
    for (const file of readdirSync(site.dir, { recursive: true }).filter((name) => name.endsWith('.css')))
      for (const [, url] of readFileSync(join(site.dir, file), 'utf8').matchAll(
        /url\(\s*["']?(?!data:)([^"')]+)/g,
      ))
        uses.push([new URL(url, server.home + file).href, file]);
    const wrong = new Map();
    for (const url of new Set(uses.map(([link]) => link.split('#')[0]))) {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status !== 200) wrong.set(url, `status ${response.status}`);
    }
    none(
      uses.flatMap(([link, from]) => {
        const [url, fragment] = link.split('#');
        const lost =
          fragment && ids.has(url) && !ids.get(url).has(decodeURIComponent(fragment)) && 'no such place';
        const what = wrong.get(url) ?? lost;
        return what ? [[`${what}: ${link.slice(server.origin.length)}`, from]] : [];
      }),
    );
  });

  it('reaches every page from home within each language', () => {
    const links = new Map(
      pages.map((page) => [
        page.path,
        page.links.map((link) => link.split('#')[0].slice(server.home.length)),
      ]),
    );
    for (const folder of Object.keys(LANGUAGES)) {
      const home = `${folder}index.html`;
      const reached = new Set([home]);
      for (const path of reached)
        for (const link of links.get(path) ?? [])
          if (links.has(link) && folderOf(link) === folder) reached.add(link);
      noneOf(
        pages.filter(({ path }) => folderOf(path) === folder && !reached.has(path)),
        () => `not reached from ${home}`,
      );
    }
  });

  it('answers an unknown address with the 404 page, whose links work', async () => {
    const response = await fetch(`${server.home}no/such/page.html`);
    assert.equal(response.status, 404);
    assert.match(await response.text(), /data-page-type="not-found"/);
    const { links } = all.find(({ path }) => path === NOT_FOUND);
    assert.ok(links.length > 0 && links.every((link) => link.startsWith(server.home)), links.join('\n'));
  });

  it('lists every page in sitemap.xml', () => {
    const listed = [
      ...readFileSync(join(site.dir, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g),
    ].map(([, url]) => url);
    same(
      listed,
      pages.filter(({ type }) => type !== 'embed').flatMap(({ canonical }) => canonical),
    );
  });

  it('works from files, with no server: styled, every link good, every page reached', async () => {
    const found = await crawlFiles(browser, site.dir);
    none(found.trouble);
    same(
      [...found.pages.keys()],
      site.pages.filter((path) => path !== NOT_FOUND),
    );
    noneOf(
      pages,
      ({ path, look }) =>
        JSON.stringify(found.pages.get(path)) !== JSON.stringify(look) && 'looks different from a file',
    );
    noneOf(pages, ({ look }) => look.lineHeight === 'normal' && 'not styled');
  });

  it('prints', async () => {
    const printed = oneOfEachKind().filter(({ type }) => ['home', 'item', 'indicator'].includes(type));
    assert.equal(printed.length, 7);
    const wrong = [];
    await forEach(browser, printed, {}, async (page, { path }) => {
      await page.goto(server.home + path);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      if (!pdf.startsWith('%PDF-') || sheets < 1) wrong.push([`${sheets} sheets`, path]);
    });
    none(wrong);
  });
}

/** How often each value occurs. */
function count(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const inside = (box, frame) =>
  box.left >= frame.left - TOUCH &&
  box.right <= frame.right + TOUCH &&
  box.top >= frame.top - TOUCH &&
  box.bottom <= frame.bottom + TOUCH;

const overlap = (one, other) =>
  one.left < other.right - TOUCH &&
  other.left < one.right - TOUCH &&
  one.top < other.bottom - TOUCH &&
  other.top < one.bottom - TOUCH;
