// The colours of the series, as people see them who do not see all colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from 'culori';

const APART = 20;
const SERIES = ['actual', 'target', 'baseline'];
const SIGHTS = {
  normal: (colour) => colour,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};

const css = readFileSync(new URL('../../themes/default/assets/style.css', import.meta.url), 'utf8');
const [light, dark] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (part) => SERIES.map((name) => parse(part.match(new RegExp(`--${name}: (#[0-9a-f]+)`))[1]));

for (const [scheme, part] of Object.entries({ light, dark }))
  describe(scheme, () => {
    for (const [sight, filter] of Object.entries(SIGHTS))
      it(`keeps the series at least ${APART} apart (CIEDE2000), ${sight} sight`, () => {
        const seen = tokens(part).map((colour) => filter(colour));
        for (const [at, one] of seen.entries())
          for (const other of seen.slice(at + 1)) {
            const apart = differenceCiede2000()(one, other);
            assert.ok(apart >= APART, `${SERIES[at]}: ${apart.toFixed(1)}`);
          }
      });
  });
