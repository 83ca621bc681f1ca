// In: an open page. Out: what can be read or measured in it, as plain data.
// Never: anything from this module's scope, for each function runs inside the page.

/** What the page says of itself. */
export function facts() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (selector) => all(selector).filter((element) => element.checkVisibility()).length;
  const root = document.documentElement;
  // What only scripts bring, and what stands there in their place, is no part of what the page says.
  const added = all('.narrow, .figure .value, form.search, noscript').filter((element) => !element.hidden);
  for (const element of added) element.hidden = true;
  // Readings stand beside the words and are none of them.
  const wordsOf = (element) => {
    const copy = element.cloneNode(true);
    for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
    return copy.textContent.trim();
  };
  const words = document.querySelector('main')?.innerText ?? '';
  for (const element of added) element.hidden = false;
  return {
    type: root.dataset.pageType,
    lang: root.lang,
    title: document.title,
    description: document.querySelector('meta[name=description]')?.content ?? '',
    h1: all('h1').length,
    main: all('main').length,
    canonical: all('link[rel=canonical]').map((link) => link.href),
    alternates: Object.fromEntries(
      all('link[rel=alternate][hreflang]').map((link) => [link.hreflang, link.href]),
    ),
    switches: all('header a[hreflang]').map((link) => ({
      href: link.href,
      lang: link.lang,
      hreflang: link.hreflang,
      text: wordsOf(link),
    })),
    // A block of linked data is no script: nothing in it runs.
    scripts: all('script:not([type="application/ld+json"])').map((script) => new URL(script.src, location).pathname),
    handlers: all('*').filter((element) =>
      [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^javascript:/i.test(value)),
    ).length,
    shown: {
      charts: shown('svg.chart'),
      tables: shown('table'),
      'navigation links': shown('nav a'),
      words,
    },
  };
}

/** Where the page leads, what can be linked to in it, and whether its style sheet took hold. */
export function linksAndLook() {
  const internal = (url) => url.startsWith('file:') || new URL(url).origin === location.origin;
  const links = [...document.querySelectorAll('a[href], link[href], img[src], source[src]')]
    .filter((element) => !/canonical|alternate/.test(element.rel) || element.type)
    .map((element) => element.href || element.src)
    .filter((url) => /^(https?|file):/.test(url) && internal(url));
  const { fontFamily, lineHeight, maxWidth, color } = getComputedStyle(document.body);
  return {
    links: [...new Set(links)],
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    look: { fontFamily, lineHeight, maxWidth, color },
  };
}

/** What sticks out to the side, or null. */
export function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const contained = (element) =>
    element && (getComputedStyle(element).overflowX !== 'visible' || contained(element.parentElement));
  const tooWide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth && !contained(element.parentElement),
  );
  const [name, names] = [tooWide.at(-1)?.localName, tooWide.at(-1)?.getAttribute('class')];
  return `${scrollWidth - clientWidth} px too wide: ${name}${names ? `.${names.replaceAll(' ', '.')}` : ''}`;
}

/** The texts of each chart as they stand on the screen: words, size, and the box their ink can fill. */
export function chartTexts() {
  const measure = (text) => {
    const { a, b } = text.getScreenCTM();
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
    const { left, right, bottom, top } = text.getBoundingClientRect();
    // The box holds the font's whole ascent and descent; ink keeps to the middle of it.
    const slack = (bottom - top - size) / 2;
    return { words: text.textContent, size, box: { left, right, top: top + slack, bottom: bottom - slack } };
  };
  return [...document.querySelectorAll('svg.chart')]
    .filter((chart) => chart.checkVisibility())
    .map((chart) => {
      const { left, right, top, bottom } = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')].filter((text) => text.checkVisibility());
      return { box: { left, right, top, bottom }, texts: texts.map(measure) };
    });
}

/** The contrast of every chart's texts and marks with the ground: axe cannot tell it inside a drawing. */
export function chartContrasts() {
  const channels = (colour) =>
    colour
      .match(/^rgba?\(([^)]+)\)/)?.[1]
      .split(/[ ,/]+/)
      .map(Number) ?? [];
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    const [, , , alpha = 1] = channels(backgroundColor);
    return alpha > 0 || !element.parentElement ? backgroundColor : ground(element.parentElement);
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    const paper = ground(chart);
    const marks = [...chart.querySelectorAll('.series :is(.line, .mark > :not(title))')].map((mark) => {
      const { stroke, fill } = getComputedStyle(mark);
      return { mark, box: mark.getBoundingClientRect(), fill, ink: stroke === 'none' ? fill : stroke };
    });
    for (const { mark, ink } of marks) {
      const what = `mark of ${mark.closest('.series').getAttribute('class')}`;
      found.push({ what, needed: 3, ratio: contrast(ink, paper) });
    }
    for (const text of chart.querySelectorAll('text')) {
      // A number can stand inside a bar.
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const bar = marks.find(
        ({ box, fill }) =>
          fill !== 'none' &&
          box.left <= left &&
          box.right >= right &&
          box.top <= (top + bottom) / 2 &&
          box.bottom >= bottom,
      );
      const what = `text ${text.getAttribute('class') ?? text.parentElement.getAttribute('class')}`;
      found.push({ what, needed: 4.5, ratio: contrast(getComputedStyle(text).fill, bar?.fill ?? paper) });
    }
  }
  // What is no plain colour has no ratio, and fails too.
  return found.filter(({ ratio, needed }) => !(ratio >= needed));
}

/** What axe finds wrong; `axe` is in the page already. */
export async function audit(tags) {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    // Its own look at the style sheets would be a request the page's policy forbids.
    preload: false,
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}

/** Elements that cut off what they hold. What is for screen readers alone is meant to be cut. */
export function squeezed() {
  const cuts = (element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hidden = (overflow) => ['hidden', 'clip'].includes(overflow);
    return (
      (hidden(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hidden(overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };
  return [...document.querySelectorAll('body *:not(.visually-hidden, svg, svg *)')]
    .filter((element) => element.clientWidth > 1 && cuts(element))
    .map((element) => `cut off: ${element.tagName} ${element.innerText.slice(0, 30)}`);
}
