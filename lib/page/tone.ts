/** Light or dark: what is really behind the draft counts, not what the system prefers: many hosts have no dark page. */

import { parentAcross } from '../dom';

export type Tone = 'light' | 'dark';

export function toneBehind(element: Element): Tone {
  for (let at: Element | null = element; at; at = parentAcross(at)) {
    const luminance = luminanceOf(getComputedStyle(at).backgroundColor);
    if (luminance !== null) return luminance < 0.3 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** 0 to 1; null for a colour that lets through what is behind it, or one in a notation that is not read. */
function luminanceOf(color: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (/^rgba?\((.*)\)$/.exec(color)?.[1] ?? '0 0 0 / 0')
    .split(/[\s,/]+/)
    .map(Number);
  if (alpha < 0.5) return null;
  const linear = (value: number) => (value / 255) ** 2.2;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
