// In: SITES, a folder of built sites. Out: each site's name, pages and files, and a server for it.
// Never: a browser.
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** The path the sites are built for and served under, as on GitHub Pages. */
export const BASE = '/gunma-report/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The sites under test: { name, dir, pages }, pages being paths such as en/2020/index.html. */
export function sites() {
  const root = process.env.SITES;
  if (!root) throw new Error('SITES names no folder of built sites: use tests/browser/run');
  const names = readdirSync(root).sort();
  if (names.length === 0) throw new Error(`no site in ${root}`);
  return names.map((name) => {
    const dir = join(root, name);
    const pages = readdirSync(dir, { recursive: true })
      .map((path) => path.split('\\').join('/'))
      .filter((path) => path.endsWith('.html'))
      .sort();
    return { name, dir, pages };
  });
}

/** The pages of each kind and language, in order. */
export function kinds(site) {
  const kinds = new Map();
  for (const path of site.pages) {
    const [, kind] = readFileSync(join(site.dir, path), 'utf8').match(/ data-page-type="([^"]*)"/) ?? [];
    const key = `${kind} ${folderOf(path)}`;
    kinds.set(key, [...(kinds.get(key) ?? []), path]);
  }
  return [...kinds.values()];
}

/** The folders of the languages beside Japanese, and the tag each is written in. */
const FOLDERS = { 'en/': 'en', 'easy/': 'ja' };

/** The folder of a page's language; Japanese stands at the root. */
export const folderOf = (path) => Object.keys(FOLDERS).find((folder) => path.startsWith(folder)) ?? '';

/** The language a page's address stands for, as in `lang`: easy Japanese is Japanese. */
export const langOf = (path) => FOLDERS[folderOf(path)] ?? 'ja';

/** Serves a site under BASE the way GitHub Pages would: files, index.html, 404.html, nothing else. */
export async function serve(dir) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(BASE) ? join(dir, path.slice(BASE.length)) : null;
    const kind = inside && existsSync(inside) ? statSync(inside) : null;
    if (kind?.isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const file = kind?.isDirectory() ? join(inside, 'index.html') : inside;
    const found = kind && existsSync(file);
    const body = found ? file : join(dir, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(body)] ?? 'application/octet-stream',
    });
    createReadStream(body).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, home: origin + BASE, close: () => server.close() };
}
