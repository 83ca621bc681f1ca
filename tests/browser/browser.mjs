// In: the machine's own Chromium. Out: a browser, work spread over its pages, a walk from file to file.
// Never: a judgement.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { linksAndLook } from './in-page.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that CHROMIUM names, or the first one on PATH. */
export function launch(...more) {
  const onPath = process.env.PATH.split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(existsSync);
  const executablePath = process.env.CHROMIUM || onPath;
  if (!executablePath) throw new Error('no Chromium on PATH: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/** Does `work(page, item)` for every item, on as many pages at a time as there are cores. */
export async function forEach(browser, items, options, work) {
  const queue = [...items];
  const worker = async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    while (queue.length > 0) await work(page, queue.shift());
    await context.close();
  };
  const workers = Math.min(availableParallelism(), queue.length);
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Reports what must not happen while a page is open; returns how to stop watching. */
export function watch(page, host, report) {
  const watchers = {
    console: (message) => message.type() === 'error' && report(`console: ${message.text()}`),
    pageerror: (error) => report(`page error: ${error.message}`),
    request: (request) => new URL(request.url()).host !== host && report(`other host: ${request.url()}`),
    requestfailed: (request) => {
      const why = request.failure()?.errorText;
      // Given up because the page was left, not failed.
      if (why !== 'net::ERR_ABORTED') report(`failed: ${request.url()} ${why}`);
    },
    response: (response) =>
      response.status() >= 400 && report(`status ${response.status()}: ${response.url()}`),
  };
  for (const [event, watcher] of Object.entries(watchers)) page.on(event, watcher);
  return () => {
    for (const [event, watcher] of Object.entries(watchers)) page.off(event, watcher);
  };
}

/**
 * Follows every internal link from the site's home page, opened as a file, with no server.
 * Returns each page found, by path, with its look, and what went wrong on the way.
 */
export async function crawlFiles(browser, dir) {
  const root = `${pathToFileURL(dir)}/`;
  const pages = new Map();
  const trouble = [];
  const seen = new Set();
  let next = [{ url: `${root}index.html`, from: '' }];
  while (next.length > 0) {
    const found = [];
    await forEach(browser, next, {}, async (page, { url, from }) => {
      const path = url.slice(root.length);
      if (!url.startsWith(root)) trouble.push([`leaves the site: ${url}`, from]);
      else if (!existsSync(new URL(url))) trouble.push([`no such file: ${path}`, from]);
      else if (path.endsWith('.html')) {
        const stop = watch(page, '', (what) => trouble.push([what, path]));
        await page.goto(url);
        const { links, look } = await page.evaluate(linksAndLook);
        stop();
        pages.set(path, look);
        found.push(...links.map((link) => ({ url: link.split('#')[0], from: path })));
      }
    });
    next = found.filter(({ url }) => !seen.has(url) && seen.add(url));
  }
  return { pages, trouble };
}
