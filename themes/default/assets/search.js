// Finds words in the titles, figures and texts of the site. The documents are fetched with the first
// word, as scripts, so that the search works from a file too; where they fill several, what is found in one
// is shown while the next is on its way. Without it the page is a list of the site.
'use strict';

const SHOWN = 50; // more would be read by nobody
const AROUND = 40; // characters before and after a word that is shown where it stands

// Full and half width, katakana and hiragana, upper and lower case are the same word.
const fold = (text) =>
  text.normalize('NFKC').toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

const form = document.querySelector('form.search');
const input = form.querySelector('input');
const status = form.querySelector('[role=status]');
const results = form.querySelector('ol');
const list = document.getElementById('list');
let files = [form.dataset.documents]; // the first names the others
const fetching = []; // a promise of the documents of each file

function fetched(file) {
  fetching[file] ??= new Promise((done) => {
    const script = document.createElement('script');
    script.src = files[file];
    script.onload = () => {
      if (file === 0 && typeof searchRest !== 'undefined')
        files = files.concat(searchRest.map((name) => files[0].replace(/[^/]*$/, name)));
      const documents = searchDocuments.splice(0); // a file adds its own to what is there
      done(documents.map((one) => ({ ...one, head: fold(`${one.title} ${one.kind}`), body: fold(one.text) })));
    };
    document.head.append(script);
  });
  return fetching[file];
}

// Every word must stand in the title or the text. Titles come first, then short texts, then long ones.
function found(documents, words) {
  const rank = ({ title, head, body, long }) => {
    if (!words.every((word) => head.includes(word) || body.includes(word))) return undefined;
    if (words.every((word) => head.includes(word))) return fold(title) === words.join(' ') ? 0 : 1;
    return long ? 3 : 2;
  };
  return documents
    .map((one) => ({ ...one, rank: rank(one) }))
    .filter((one) => one.rank !== undefined);
}

// Folding may join characters (half-width kana and its mark), so each folded one keeps where it came from.
function places(text) {
  const at = [];
  let folded = '';
  for (const { 0: part, index } of text.matchAll(/.[ﾞﾟ\u3099\u309a]?/gsu)) {
    for (const character of fold(part)) {
      for (let unit = 0; unit < character.length; unit += 1) at.push(index);
      folded += character;
    }
  }
  at.push(text.length);
  return { folded, at };
}

// The text with every word marked; cut around the first of them where it is long.
function marked(text, words, cut) {
  const { folded, at } = places(text);
  const spans = [];
  for (const word of words)
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length))
      spans.push([at[from], at[from + word.length]]);
  spans.sort((one, other) => one[0] - other[0]);
  const first = spans[0]?.[0] ?? 0;
  const begin = cut ? Math.max(0, first - AROUND) : 0;
  const end = cut ? Math.min(text.length, first + 2 * AROUND) : text.length;
  const parts = begin > 0 ? ['…'] : [];
  let last = begin;
  for (const [from, to] of spans) {
    if (from < last || to > end) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(last, from), mark);
    last = to;
  }
  parts.push(text.slice(last, end), end < text.length ? '…' : '');
  return parts;
}

function shown({ href, title, kind, text }, words) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.append(...marked(title, words, false));
  const where = document.createElement('small');
  where.append(...marked(kind, words, false));
  entry.append(link, ' ', where);
  if (text) {
    const said = document.createElement('p');
    said.append(...marked(text, words, true));
    entry.append(said);
  }
  return entry;
}

async function search() {
  const typed = input.value;
  const words = fold(typed).split(/\s+/).filter(Boolean);
  list.hidden = words.length > 0;
  if (words.length === 0) {
    results.replaceChildren();
    status.textContent = '';
    return;
  }
  const { found: some, none, more } = status.dataset;
  const say = (message, count) => message.replace('{count}', count);
  const all = [];
  for (let file = 0; file < files.length; file += 1) {
    const last = all.length;
    all.push(...found(await fetched(file), words));
    if (input.value !== typed) return; // something else is looked for by now
    const going = file + 1 < files.length;
    if (going && file > 0 && all.length === last) continue; // nothing new to show
    all.sort((one, other) => one.rank - other.rank);
    if (going) status.textContent = `${say(some, all.length)}…`;
    else status.textContent = all.length === 0 ? none : say(some, all.length) + (all.length > SHOWN ? say(more, SHOWN) : '');
    results.replaceChildren(...all.slice(0, SHOWN).map((one) => shown(one, words)));
  }
}

form.hidden = false;
input.value = new URLSearchParams(location.search).get('q') ?? '';
input.addEventListener('input', () => {
  // So that the way back from a result leads to the results. A file's address cannot be changed.
  if (location.protocol !== 'file:') history.replaceState(null, '', input.value ? `?q=${encodeURIComponent(input.value)}` : '?');
  search();
});
form.addEventListener('submit', (event) => event.preventDefault());
search();
