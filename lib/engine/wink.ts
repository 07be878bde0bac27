/**
 * The only file that knows wink-nlp, here without its memory. It keeps every word that its model does not know, and takes such a word for known from then
 * on: "last year's." would teach it "year's" as one word, and "last year's bill" read otherwise afterwards. A review
 * must not depend on what was read before it, and what is kept has places for some thousands only.
 */
import theModel from 'wink-eng-lite-web-model';
import winkNLP, { type Document } from 'wink-nlp';

export type { Document, ItemSentence, ItsFunction } from 'wink-nlp';

/** A feature of words as the model keeps it: its values, and where in the list each stands. */
interface Feature {
  list: string[];
  hash: Record<string, number>;
  index: number;
}

interface Core {
  features: Record<'lexeme' | 'prefix' | 'suffix' | 'shape', Feature>;
}

/** After so many words the model is laid anew: some 50 bytes of each are out of reach. */
const MOST = 1_000_000;

let wink = begin();

function begin() {
  const core = (theModel as unknown as { core(): Core }).core();
  const nlp = winkNLP({ ...theModel, core: () => core } as unknown as typeof theModel, ['sbd', 'pos']);
  const { lexeme, prefix, suffix, shape } = core.features;
  const words = lexeme.list.length;
  const features = [prefix, suffix, shape].map((feature) => ({ feature, size: feature.list.length }));
  return { nlp, lexeme, words, known: words, features };
}

export const its = wink.nlp.its;

/** What `read` takes from wink's document of the text; afterwards the document is no longer of use. */
export function readWith<T>(text: string, read: (document: Document) => T): T {
  try {
    return read(wink.nlp.readDoc(text));
  } finally {
    forget();
  }
}

function forget(): void {
  const { lexeme, features } = wink;
  if (lexeme.list.length === wink.known) return;
  for (; wink.known < lexeme.list.length; wink.known += 1) {
    delete lexeme.hash[lexeme.list[wink.known] as string];
    // The place stays: wink counts on it.
    lexeme.list[wink.known] = '';
  }
  for (const { feature, size } of features) {
    for (const value of feature.list.splice(size)) delete feature.hash[value];
    feature.index = size;
  }
  if (wink.known - wink.words > MOST) wink = begin();
}
