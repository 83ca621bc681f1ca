// Makes the points of a chart reachable by keyboard: one stop a chart, the arrow keys from point to point.
// The value of a point stands below the chart while it is pointed at. Without it the table has them all.
'use strict';

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

for (const figure of document.querySelectorAll('.figure')) {
  const drawing = figure.querySelector('svg');
  const points = [...drawing.querySelectorAll('.mark')];
  if (points.length === 0) continue;
  const value = document.createElement('p');
  value.className = 'value';
  value.ariaHidden = 'true'; // each point says its own
  figure.append(value);
  drawing.setAttribute('role', 'group');
  points.forEach((point, at) => {
    const words = point.querySelector('title').textContent;
    point.setAttribute('role', 'img');
    point.setAttribute('aria-label', words);
    point.setAttribute('tabindex', at === 0 ? 0 : -1);
    const show = () => (value.textContent = words);
    point.addEventListener('focus', show);
    point.addEventListener('pointerenter', show);
    point.addEventListener('keydown', (event) => {
      const last = points.length - 1;
      const to = { Home: 0, End: last }[event.key] ?? at + (STEPS[event.key] ?? 0);
      if (to === at || to < 0 || to > last) return;
      event.preventDefault();
      point.setAttribute('tabindex', -1);
      points[to].setAttribute('tabindex', 0);
      points[to].focus();
    });
  });
}
