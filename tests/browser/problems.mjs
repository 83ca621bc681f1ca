// In: problems, each [what, where]. Out: a test that fails with all of them, the same one said once.

const PLACES = 4;
const KINDS = 40;

/** Fails with the problems, or passes when there are none. */
export function none(problems) {
  if (problems.length === 0) return;
  const places = new Map();
  for (const [what, where] of problems) places.set(what, [...(places.get(what) ?? []), where]);
  const lines = [...places].map(([what, all]) => {
    const more = all.length > PLACES ? ` … ${all.length} in all` : '';
    return `${what}\n    ${all.slice(0, PLACES).join(', ')}${more}`;
  });
  if (lines.length > KINDS) lines.splice(KINDS, Infinity, `… ${lines.length} kinds of problem in all`);
  const error = new Error(lines.join('\n'));
  error.stack = error.message; // the place in the test says nothing more
  throw error;
}

/** Fails unless both lists hold the same, in any order. */
export function same(actual, expected) {
  const without = (list, other) => list.filter((item) => !other.includes(item));
  none([
    ...without(expected, actual).map((item) => ['missing', item]),
    ...without(actual, expected).map((item) => ['not expected', item]),
    ...actual.filter((item, i) => actual.indexOf(item) !== i).map((item) => ['twice', item]),
  ]);
}
