/** The id of a new rule, from its phrase. */

const LONGEST = 40;
const NAMELESS = 'rule';

/** 'no-can-do', and 'no-can-do-2' where that is taken. It stays the rule's own whatever becomes of its phrase. */
export function idFor(phrase: string, taken: (id: string) => boolean): string {
  const slug = slugOf(phrase);
  let id = slug;
  for (let count = 2; taken(id); count += 1) id = `${slug}-${count}`;
  return id;
}

function slugOf(phrase: string): string {
  const plain = phrase
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // Between words, not within one.
  const cut = plain.length > LONGEST ? plain.slice(0, LONGEST + 1).replace(/-[^-]*$/, '') : plain;
  return cut.slice(0, LONGEST) || NAMELESS;
}
