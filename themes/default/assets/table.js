// Sorts the tables of a list by a column and narrows them to the rows that hold some words.
// Without it the page is the same list, in the order of the plan.
'use strict';

// Full and half width, kana and case are the same word.
const folded = (text) =>
  text.normalize('NFKC').toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  // A number where there is one, so that 9 comes before 10; nothing comes last.
  const key = (row, column) => {
    const cell = row.cells[column];
    const value = cell.querySelector('data')?.value;
    return value === undefined ? cell.innerText.trim() : Number(value);
  };
  const compare = (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang);
  };
  heads.forEach((head, column) => {
    if (head.dataset.sort === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const next = { none: 'ascending', ascending: 'descending', descending: 'none' }[head.ariaSort ?? 'none'];
      for (const other of heads) other.removeAttribute('aria-sort');
      if (next !== 'none') head.ariaSort = next;
      const sorted = [...rows];
      if (next !== 'none') sorted.sort((a, b) => compare(key(a, column), key(b, column)));
      if (next === 'descending') sorted.reverse();
      body.append(...sorted);
    });
  });
}

const narrow = document.querySelector('.narrow');
if (narrow) {
  const status = narrow.querySelector('[role=status]');
  const rows = [...document.querySelectorAll('table.sortable tbody tr')];
  const words = rows.map((row) => folded(row.innerText));
  narrow.hidden = false;
  narrow.querySelector('input').addEventListener('input', ({ target }) => {
    const wanted = folded(target.value.trim());
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words[index].includes(wanted);
      shown += row.hidden ? 0 : 1;
    });
    status.textContent = status.dataset.found.replace('{count}', shown);
  });
}
