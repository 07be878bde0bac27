/** The shape of a good reply, in order: what is done, what is open, what is not needed here. */
import type { DraftFacts } from './detectors/detector';
import { has, isRefusal, replyOf } from './reply';
import type { Role } from './roles';
import type { Finding, PrincipleId, Step, StepId, StrengthId } from './types';

/** Signs in moods.json that it was our doing. */
const OURS: ReadonlySet<string> = new Set(['ours-did-it', 'money-taken', 'promise-broken', 'treated-badly']);

/** A sentence with one of these is a step of no good reply, whatever else it says. */
const NO_STEP = ['blame', 'dismissive', 'vague-time', 'hedging', 'shouting'] as const;

export function stepsOf(facts: DraftFacts, findings: readonly Finding[]): Step[] {
  const { conversation } = facts;
  if (conversation.source.kind === 'note') return ORDER.map((id) => ({ id, state: 'off' }));
  const loud = new Set(findings.filter(({ severity }) => severity !== 'low').map(({ principle }) => principle));
  const credited = new Set(facts.strengths.map(({ id }) => id));
  const { body } = replyOf(facts);
  const flagged = (...principles: PrincipleId[]) => principles.some((id) => loud.has(id));
  const earned = (...ids: StrengthId[]) => ids.some((id) => credited.has(id));
  const does = (...roles: Role[]) =>
    body.some((one) => !has(one, ...NO_STEP) && roles.some((role) => one.roles.has(role)));

  const short = conversation.source.channel !== 'email';
  const upset = conversation.mood.id === 'upset';
  const refused = body.some(isRefusal);
  const ours = conversation.signs.some((id) => OURS.has(id)) || does('impersonal-fault', 'owning');
  const solved = does('resolved');
  const state = (needed: boolean, done: boolean): Step['state'] => (needed ? (done ? 'done' : 'open') : 'off');

  const track: Record<StepId, Step['state']> = {
    acknowledge: state(
      upset || flagged('missing-empathy'),
      !flagged('missing-empathy', 'hollow-empathy', 'solution-first') &&
        (does('acknowledgement') || earned('names-feeling', 'specific-apology')),
    ),
    restate: state(
      flagged('not-listening') || (conversation.problem && !short),
      !flagged('not-listening') && earned('restates'),
    ),
    own: state(
      flagged('no-ownership', 'excuse') || (conversation.problem && ours),
      !flagged('no-ownership', 'excuse', 'blame') && (does('owning') || earned('owns')),
    ),
    options: state(
      conversation.problem || refused,
      !flagged('refusal-without-option') && (does('resolved', 'option', 'action') || earned('options')),
    ),
    'next-step': state(
      conversation.problem || refused || flagged('no-next-step'),
      !flagged('no-next-step', 'vague-time', 'hedging') &&
        (earned('clear-next-step', 'follow-up') || does('request', 'question', 'link', 'resolved')),
    ),
    'follow-up': state(
      flagged('no-follow-up') || (conversation.problem && solved && !short),
      !flagged('no-follow-up') && (earned('follow-up') || does('check-in')),
    ),
  };
  return ORDER.map((id) => ({ id, state: track[id] }));
}

const ORDER: readonly StepId[] = ['acknowledge', 'restate', 'own', 'options', 'next-step', 'follow-up'];
