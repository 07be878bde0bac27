/**
 * The tools that stand beside the coach: what it is built on, and the nearest checkers of prose. Each gives a function
 * that reads a text to the end, ready to be timed: what it loads once is loaded.
 */
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import retextSimplify from 'retext-simplify';
import retextStringify from 'retext-stringify';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import writeGood from 'write-good';

/** wink's own types leave out which helpers fit a column of tokens. */
type Column = ItsFunction<string>;

export type Reader = (text: string) => unknown;

/** wink-nlp alone, with the same stages as the engine. */
export function bareWink(): Reader {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (text) => {
    const document = nlp.readDoc(text);
    return [
      document.sentences().length(),
      document.tokens().out(its.pos as Column),
      document.tokens().out(its.lemma as Column),
    ];
  };
}

/** Plain words, passives, hedges, wording about people, long sentences: the plugins nearest to the coach's work. */
export function retextReader(): Reader {
  const processor = retext()
    .use(retextEnglish)
    .use(retextSimplify)
    .use(retextPassive)
    .use(retextIntensify)
    .use(retextEquality)
    .use(retextReadability)
    .use(retextStringify);
  return (text) => processor.process(text);
}

export function writeGoodReader(): Reader {
  return (text) => writeGood(text);
}

export async function harperReader(): Promise<Reader> {
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return (text) => linter.lint(text);
}
