/**
 * What an adapter does not find in its helpdesk's page, for the agent to pass on. A class or an attribute can hold
 * anything, a customer's name too: of all that stands in the page only words of the trade are let through.
 */
import { parentAcross } from '../dom';
import type { HostReport } from '../messages';
import { WORDS } from './report-words';
import type { HostAdapter } from './types';

/** Attributes whose values name a part of the page. */
const NAMING = ['role', 'contenteditable', 'aria-multiline', 'data-test-id', 'data-testid', 'data-cy', 'data-qa', 'id'];
const MOST_ELEMENTS = 14;
const LONGEST = 60;

/** `focused` is where the agent writes. */
export function hostReport(
  host: HostAdapter,
  missing: HostReport['missing'],
  location: Location,
  page: ParentNode,
  focused: Element | null,
): HostReport {
  const isKnown = vocabulary(host);
  const counted = (part: 'box' | 'thread', selector: string) => ({
    part,
    selector,
    count: page.querySelectorAll(selector).length,
  });
  return {
    host: host.id,
    hostName: host.name,
    missing,
    route: `${location.pathname}${location.hash}`.replace(/[^/#]+/g, (part) => (isKnown(part) ? part : '*')),
    selectors: [
      ...host.boxes.map((selector) => counted('box', selector)),
      ...host.thread.map(({ items }) => counted('thread', items)),
    ],
    around: [...ancestry(focused)].slice(0, MOST_ELEMENTS).map((element) => describe(element, isKnown)),
  };
}

/** `div[data-test-id=editor-view][title].editor`; what is not known is left out, and an attribute's value with it. */
function describe(element: Element, isKnown: (token: string) => boolean): string {
  const tag = isKnown(element.localName) ? element.localName : '*';
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'class' && name !== 'style' && isKnown(name))
    .map(({ name, value }) => (NAMING.includes(name) && isKnown(value) ? `[${name}=${value}]` : `[${name}]`));
  const classes = [...element.classList].filter(isKnown).map((name) => `.${name}`);
  return [tag, ...attributes, ...classes].join('');
}

function* ancestry(element: Element | null): Generator<Element> {
  for (let at = element; at; at = parentAcross(at)) yield at;
}

/** Is each word of a name one of the trade, or of the adapter's own selectors? Nothing with a digit is. */
function vocabulary(host: HostAdapter): (token: string) => boolean {
  const own = [...host.boxes, ...host.notBoxes, ...host.thread.map(({ items }) => items)].flatMap(wordsOf);
  const known = new Set([...WORDS, ...own]);
  return (token) => {
    if (token.length > LONGEST || /[^A-Za-z_:.-]/.test(token)) return false;
    const words = wordsOf(token);
    return words.length > 0 && words.every((word) => known.has(word));
  };
}

/** 'replyBox-editor_view' is made of reply, box, editor and view. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}
