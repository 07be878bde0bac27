/** A picture as a file that looks the same anywhere: its colours and fonts written out, its title and source with it. */
import { saveFile } from '../../ui/save-file';

export interface Caption {
  title: string;
  /** What it is of, a line each. */
  lines: string[];
}

const SVG = 'http://www.w3.org/2000/svg';
/** What the page's style sheets say of the picture as a whole; its shapes and words inherit it. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;
const MARGIN = 24;
const LINE = 18;
/** Sharp on paper and on screens of double density. */
const DENSITY = 2;

export async function savePicture(svg: SVGElement, caption: Caption, as: 'svg' | 'png'): Promise<void> {
  const whole = standalone(svg, caption);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}`;
  const name = `${caption.title}.${as}`;
  if (as === 'svg') saveFile(new Blob([text], { type: 'image/svg+xml' }), name);
  else saveFile(await paint(text, whole), name);
}

/** A copy that needs neither the page nor its style sheets. */
export function standalone(svg: SVGElement, { title, lines }: Caption): SVGSVGElement {
  const page = getComputedStyle(document.body);
  const card = getComputedStyle(svg.closest('.picture') ?? document.body);
  const picture = svg.cloneNode(true) as SVGElement;
  const root = getComputedStyle(svg);
  for (const name of STYLES) picture.setAttribute(name, root.getPropertyValue(name));
  const [from, to] = [svg.querySelectorAll('*'), picture.querySelectorAll('*')];
  for (const [at, shape] of to.entries()) {
    const style = getComputedStyle(from[at] as Element);
    for (const { name, value } of [...shape.attributes]) {
      if (/var\(|currentcolor/i.test(value)) shape.setAttribute(name, style.getPropertyValue(name));
    }
    for (const name of ['class', 'aria-hidden']) if (shape.matches(':not(.targets)')) shape.removeAttribute(name);
  }
  // What only leads to the rows is of no use there.
  for (const other of picture.querySelectorAll('style, .targets')) other.remove();
  const width = Number(svg.getAttribute('width')) + 2 * MARGIN;
  const top = MARGIN + 22 + lines.length * LINE;
  const height = Number(svg.getAttribute('height')) + top + MARGIN;
  const whole = element('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': title,
  }) as SVGSVGElement;
  whole.append(element('rect', { width, height, fill: card.backgroundColor }));
  const font = { 'font-family': page.fontFamily, x: MARGIN };
  whole.append(words(title, { ...font, y: MARGIN + 10, 'font-size': 15, 'font-weight': 600, fill: page.color }));
  for (const [at, line] of lines.entries()) {
    whole.append(
      words(line, { ...font, y: MARGIN + 30 + at * LINE, 'font-size': 12, fill: page.color, opacity: 0.75 }),
    );
  }
  const place = element('g', { transform: `translate(${MARGIN},${top})` });
  for (const name of STYLES) {
    const value = picture.getAttribute(name);
    if (value) place.setAttribute(name, value);
  }
  place.append(...picture.childNodes);
  whole.append(place);
  return whole;
}

async function paint(text: string, { width, height }: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  // Not a blob's address: the pages may load images of their own and such as stand in the address itself.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width.baseVal.value * DENSITY;
  canvas.height = height.baseVal.value * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The browser made no picture.'))), 'image/png');
  });
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function words(text: string, attributes: Record<string, string | number>): SVGElement {
  const made = element('text', attributes);
  made.textContent = text;
  return made;
}
