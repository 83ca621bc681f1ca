// In: a served site. Out: for every page its facts, and what was seen at each width and colour scheme.
// Never: a judgement.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { forEach, watch } from './browser.mjs';
import { audit, chartContrasts, chartTexts, facts, linksAndLook, sideways } from './in-page.mjs';
import { kinds } from './sites.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HEIGHT = 800;
export const NARROWEST = 320;
export const WIDTHS = [375, 1280];
const SCHEMES = ['light', 'dark'];

/** The first, the middle and the last page of each kind and language, which axe sees in every condition. */
function samples(site) {
  const three = (paths) => [paths[0], paths[Math.floor(paths.length / 2)], paths.at(-1)];
  return new Set(kinds(site).flatMap(three));
}

/** Visits every page of the site once. axe sees each at the desktop, and samples in every condition. */
export async function survey(browser, site, home) {
  const surveyed = [];
  const sampled = samples(site);
  // Charts in frames are many and alike: the samples stand for them.
  const seen = site.pages.filter((path) => !/^(en\/)?embed\//.test(path) || sampled.has(path));
  await forEach(browser, seen, {}, async (page, path) => {
    const trouble = [];
    const stop = watch(page, new URL(home).host, (what) => trouble.push([what, path]));
    await page.setViewportSize({ width: 1280, height: HEIGHT });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(home + path);
    const read = { ...(await page.evaluate(facts)), ...(await page.evaluate(linksAndLook)) };
    const record = { path, ...read, trouble, violations: [], pale: [], charts: {} };
    await page.evaluate(AXE);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      record.charts[width] = await page.evaluate(chartTexts);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const where = `${path} at ${width} ${colorScheme}`;
        if (sampled.has(path) || (width === 1280 && colorScheme === 'light')) {
          const found = await page.evaluate(audit, TAGS);
          record.violations.push(...found.map((what) => [what, where]));
        }
        record.pale.push(...(await page.evaluate(chartContrasts)).map((mark) => ({ ...mark, where })));
      }
    }
    await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    record.sideways = await page.evaluate(sideways);
    stop();
    surveyed.push(record);
  });
  return surveyed.sort((a, b) => (a.path < b.path ? -1 : 1));
}
