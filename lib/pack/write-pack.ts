/** A pack as a file: for people to read and for a repository to hold, so that a change is a few lines of difference. */
import { sorted } from './canonical';
import type { Pack } from './pack';

/** What says the most of a thing comes first; keys that are not named follow by the alphabet. */
const ORDER = [
  'reframe',
  'schema',
  'id',
  'name',
  'principle',
  'over',
  'kind',
  'say',
  'strength',
  'instead',
  'language',
  'version',
  'savedAt',
  'author',
  'note',
  'after',
  'pilot',
  'severity',
  'message',
  'short',
  'long',
  'flag',
  'allow',
  'patterns',
  'unless',
  'when',
  'rewrites',
  'source',
  'examples',
  'layer',
  'rules',
  'words',
  'avoid',
  'fine',
  'strengths',
  'snippets',
  'principlesOff',
  'rulesOff',
  'weights',
  'why',
  'signature',
];
const places = new Map(ORDER.map((key, place) => [key, place]));
const placeOf = (key: string) => places.get(key) ?? ORDER.length;

export function writePack(pack: Pack): string {
  const inOrder = sorted(pack, (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return `${JSON.stringify(inOrder, null, 2)}\n`;
}
