// In: problems, each [what, where]. Out: a test that fails with all of them, the same one said once.

const PLACES = 4;

/** Fails with the problems, or passes when there are none. */
export function none(problems) {
  if (problems.length === 0) return;
  const places = new Map();
  for (const [what, where] of problems) places.set(what, [...(places.get(what) ?? []), where]);
  const lines = [...places].map(([what, all]) => {
    const more = all.length > PLACES ? ` … ${all.length} in all` : '';
    return `${what}\n    ${all.slice(0, PLACES).join(', ')}${more}`;
  });
  const error = new Error(lines.join('\n'));
  error.stack = error.message; // the place in the test says nothing more
  throw error;
}
