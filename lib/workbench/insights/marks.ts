/** The marks of a picture as links: one stop for Tab, arrows between them, Enter opens the rows. */

/** Where the marks stand, so that an arrow finds the next one that way. */
interface Place {
  link: SVGAElement;
  x: number;
  y: number;
}

/**
 * Makes every link of `svg` one that a keyboard and a screen reader can use, and calls `show` with the words of the mark
 * under the pointer or the focus, or null.
 */
export function readyMarks(svg: SVGElement, label: string, show: (words: string | null) => void): void {
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', label);
  const links = [...svg.querySelectorAll<SVGAElement>('a')];
  for (const shape of svg.querySelectorAll('[aria-label]'))
    if (!shape.closest('a')) shape.removeAttribute('aria-label');
  for (const other of svg.querySelectorAll('g, path, rect, line, circle, text')) {
    if (!other.closest('a') && !other.querySelector('a')) other.setAttribute('aria-hidden', 'true');
  }
  for (const [index, link] of links.entries()) {
    const named = link.querySelector('[aria-label]');
    const words = named?.getAttribute('aria-label') ?? '';
    named?.removeAttribute('aria-label');
    link.setAttribute('aria-label', words);
    link.setAttribute('tabindex', index === 0 ? '0' : '-1');
    link.addEventListener('focus', () => {
      for (const each of links) each.setAttribute('tabindex', each === link ? '0' : '-1');
      show(words);
    });
    link.addEventListener('blur', () => show(null));
    link.addEventListener('pointerenter', () => show(words));
    link.addEventListener('pointerleave', () => show(null));
  }
  svg.addEventListener('keydown', (event) => {
    const at = links.indexOf(event.target as SVGAElement);
    const to = at < 0 ? undefined : next(links, at, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

function next(links: SVGAElement[], at: number, key: string): SVGAElement | undefined {
  if (key === 'Home') return links[0];
  if (key === 'End') return links.at(-1);
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!way) return undefined;
  const [right = 0, down = 0] = way;
  const places = links.map(placeOf);
  const from = places[at] as Place;
  // The nearest that way; what lies aside counts more, so that a row or column is kept to.
  const ahead = places
    .filter((place) => place !== from && (place.x - from.x) * right + (place.y - from.y) * down > 1)
    .map((place) => {
      const [along, aside] = right ? [place.x - from.x, place.y - from.y] : [place.y - from.y, place.x - from.x];
      return { link: place.link, far: Math.abs(along) + 4 * Math.abs(aside) };
    })
    .sort((a, b) => a.far - b.far)[0];
  if (ahead) return ahead.link;
  // In a picture of one row or one column the other two arrows go on as well.
  const oneWay = places.every((place) => Math.abs((right ? place.x : place.y) - (right ? from.x : from.y)) <= 1);
  return oneWay ? links[at + right + down] : undefined;
}

function placeOf(link: SVGAElement): Place {
  const { left, top, width, height } = link.getBoundingClientRect();
  return { link, x: left + width / 2, y: top + height / 2 };
}
