/** The steps of a place by the word that each takes first: with many alternatives it pays to look up those that can. */
import { OP, type Place, type Step, type Ways } from './automaton';

/** A step with more first words than this is tried each time: listing it would take memory and save little. */
const MANY = 64;

export function sortWays({ steps }: Place): Ways {
  const ways: Ways = { bySymbol: new Map(), rest: [] };
  for (const step of steps) {
    const symbols = firstWords(step);
    if (!symbols || symbols.length > MANY) {
      ways.rest.push(step);
      continue;
    }
    for (const symbol of symbols) {
      const list = ways.bySymbol.get(symbol);
      if (list) list.push(step);
      else ways.bySymbol.set(symbol, [step]);
    }
  }
  return ways;
}

/** The words that a step takes first; null where that is anything else than words. */
function firstWords({ op, symbol, symbols, pattern }: Step): readonly number[] | null {
  switch (op) {
    case OP.word:
      return [symbol];
    case OP.set:
      return symbols.symbols;
    case OP.class: {
      const first = pattern?.automaton.first;
      return first && first.tags === 0 ? first.symbols.symbols : null;
    }
    default:
      return null;
  }
}
