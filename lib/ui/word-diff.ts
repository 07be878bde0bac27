/**
 * Which words of a new text are new against the old one. By words, since letters that happen to agree ('can't' and
 * 'can') say nothing to a reader.
 */
export interface DiffPart {
  text: string;
  kind: 'same' | 'new' | 'gone';
}

/** An island of at most so many unchanged words between two changes is shown as changed: stripes are hard to read. */
const ISLAND = 3;
/** Above this many cells the table would be felt while typing; the middle then counts as changed as a whole. */
const MAX_CELLS = 250_000;

/**
 * The parts of `after` in order ('same' and 'new' together give `after` to the letter), with what was taken out
 * ('gone') where it stood.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = words(before);
  const b = words(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const parts: DiffPart[] = [
    ...same(b.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(b.slice(b.length - tail)),
  ];
  return trimEdges(bridge(join(parts)));
}

/** Words, runs of white space and marks, each a token. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}'’#$€£@-]+|\s+|[^\s]/gu) ?? [];
}

function same(tokens: string[]): DiffPart[] {
  return tokens.length ? [{ text: tokens.join(''), kind: 'same' }] : [];
}

/** The longest common subsequence of tokens, by the usual table. */
function middle(a: string[], b: string[]): DiffPart[] {
  if (a.length * b.length > MAX_CELLS) {
    return [
      { text: a.join(''), kind: 'gone' },
      { text: b.join(''), kind: 'new' },
    ];
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      parts.push({ text: left, kind: 'same' });
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ text: left ?? '', kind: 'gone' });
      i++;
    } else {
      parts.push({ text: right, kind: 'new' });
      j++;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part; between two sames, what is gone stands before what is new. */
function join(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) joined.push({ text: gone, kind: 'gone' });
    if (fresh) joined.push({ text: fresh, kind: 'new' });
    gone = '';
    fresh = '';
  };
  for (const part of parts) {
    if (part.kind === 'gone') gone += part.text;
    else if (part.kind === 'new') fresh += part.text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') last.text += part.text;
      else joined.push({ ...part });
    }
  }
  flush();
  return joined;
}

/** Few words between two changes agree by chance; so does a lone 'I' or full stop beside what is new otherwise. */
function bridge(parts: DiffPart[]): DiffPart[] {
  const joined = asChanged(parts, (part, beside) => beside.length === 2 && countWords(part.text) <= ISLAND);
  return asChanged(
    joined,
    (part, beside) => countWords(part.text) <= 1 && beside.some((other) => countWords(other.text) > ISLAND),
  );
}

function asChanged(parts: DiffPart[], byChance: (part: DiffPart, beside: DiffPart[]) => boolean): DiffPart[] {
  const shown = parts.filter((part) => part.kind !== 'gone');
  const beside = (part: DiffPart) =>
    [shown[shown.indexOf(part) - 1], shown[shown.indexOf(part) + 1]].filter((other) => other !== undefined);
  return join(
    parts.flatMap((part): DiffPart[] => {
      if (part.kind !== 'same' || !byChance(part, beside(part))) return [part];
      return [
        { text: part.text, kind: 'gone' },
        { text: part.text, kind: 'new' },
      ];
    }),
  );
}

function countWords(text: string): number {
  return words(text).filter((word) => word.trim()).length;
}

/** White space at the edge of a new part belongs to nobody: marking it paints a stray bar. */
function trimEdges(parts: DiffPart[]): DiffPart[] {
  const trimmed = parts.flatMap((part): DiffPart[] => {
    if (part.kind !== 'new') return [part];
    const start = part.text.length - part.text.trimStart().length;
    const core = part.text.trim();
    if (!core) return [{ text: part.text, kind: 'same' }];
    return [
      { text: part.text.slice(0, start), kind: 'same' as const },
      { text: core, kind: 'new' as const },
      { text: part.text.slice(start + core.length), kind: 'same' as const },
    ].filter((piece) => piece.text);
  });
  const merged: DiffPart[] = [];
  for (const part of trimmed) {
    const last = merged.at(-1);
    if (last && last.kind === part.kind) last.text += part.text;
    else merged.push({ ...part });
  }
  return merged;
}
