// In: an open page. Out: what can be read or measured in it, as plain data.
// Never: anything from this module's scope, for each function runs inside the page.

/** What the page says of itself. */
export function facts() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (selector) => all(selector).filter((element) => element.checkVisibility()).length;
  const root = document.documentElement;
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
      text: link.textContent.trim(),
    })),
    // A block of linked data is no script: nothing in it runs.
    scripts: all('script:not([type="application/ld+json"])').length,
    handlers: all('*').filter((element) =>
      [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^javascript:/i.test(value)),
    ).length,
    shown: {
      charts: shown('svg.chart'),
      tables: shown('table'),
      'navigation links': shown('nav a'),
      words: document.querySelector('main')?.innerText ?? '',
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
  const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const widest = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element.parentElement))
    .map((element) => `${element.localName}${element.className ? `.${element.getAttribute('class').split(' ').join('.')}` : ''}`);
  return `${scrollWidth - clientWidth} px too wide: ${widest.at(-1) ?? 'unknown'}`;
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
