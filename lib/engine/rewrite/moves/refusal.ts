/**
 * A no becomes what is possible. The equivalences are these and no others:
 *   not before X / not until X -> from X, once S        not unless S -> if S         not without X -> with X
 *   not after X -> until X, within T                    not once S -> as long as not S
 *   not more than N -> up to N                          not under N -> N or more     not other than X -> X
 *   not A, but B -> B                                   not A. B -> while not A, B
 * What fits none of them stays as it is true, without its bad-news opener, and gets an option that the agent fills in.
 */
import type { Move } from '../move';
import { butInstead } from './refusal/but-instead';
import { equivalent, ifNot } from './refusal/equivalent';
import { keepTheNo, whileOffered } from './refusal/keep';
import { find, openerOnly, option, promised } from './refusal/option';
import { readRefused } from './refusal/refused';

/** Best first: what turns the no, then what keeps it and adds the option, last what stands in its place. */
export const refusalToOffer: Move = (context) => {
  const { hit } = context;
  if (!hit) return [];
  const clause = readRefused(hit.sentence.reading, hit.from, hit.to, context.facts);
  return [
    ...ifNot(context, clause),
    ...promised(context, clause),
    ...equivalent(context, clause),
    ...butInstead(context, clause),
    ...whileOffered(context),
    ...find(context, clause),
    ...keepTheNo(context),
    ...openerOnly(context),
    ...option(context),
  ];
};
