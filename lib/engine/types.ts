/**
 * The contracts that every part of Reframe shares: ids, shapes, units. Ids are stable: labels, banks,
 * scorecards, audits and exports use them. Spans count UTF-16 code units, end exclusive, in the draft as the engine got it.
 */

// ---------------------------------------------------------------- what the coach looks for

/** Section A of the rubric: a phrase is underlined. */
export type PhrasePrinciple =
  | 'negative-phrasing'
  | 'directive'
  | 'jargon'
  | 'blame'
  | 'excuse'
  | 'policy-shield'
  | 'hollow-empathy'
  | 'dismissive'
  | 'vague-time'
  | 'overpromise'
  | 'hedging'
  | 'closed-question'
  | 'shouting'
  | 'canned';

/** Section B: the draft as a whole, read against the conversation. */
export type DraftPrinciple =
  | 'missing-empathy'
  | 'solution-first'
  | 'not-listening'
  | 'unanswered-question'
  | 'refusal-without-option'
  | 'no-next-step'
  | 'no-ownership'
  | 'tone-mismatch'
  | 'boundary'
  | 'no-personal-touch'
  | 'no-follow-up';

export type PrincipleId = PhrasePrinciple | DraftPrinciple;

/** high: a lead would send it back; medium: they would mention it; low: a hint, in the sidebar only. */
export type Severity = 'high' | 'medium' | 'low';

export interface Span {
  start: number;
  end: number;
}

/** A suggestion is an edit of the draft. `gaps` are the spans inside `text` that the agent must fill. */
export interface Edit extends Span {
  text: string;
  gaps?: Span[];
}

export interface Finding {
  id: string; // stable while its text stands: principle, rule and sentence
  principle: PrincipleId;
  rule: string; // 'blame/you-failed-to'; a detector without a bank entry: 'not-listening/no-overlap'
  span: Span | null; // null: the draft as a whole. The span takes in a bad-news opener of its clause
  severity: Severity;
  message: string; // why, one short sentence, from the bank
  why: string[]; // for 'explain': pattern and context tests that let it pass
}

/** A gap still open in the draft, such as `[day, time]`. No finding: it has no severity, no score. */
export interface Gap extends Span {
  name: string;
}

// ---------------------------------------------------------------- the conversation

export type Channel = 'email' | 'chat' | 'social';
export type MoodId = 'calm' | 'upset' | 'abusive';

export interface Turn {
  from: 'customer' | 'agent';
  text: string;
  at?: string /* ISO 8601 */;
}

export interface Conversation {
  customer?: string; // the customer's last message(s), quotes and signatures removed
  earlier?: Turn[]; // oldest first, without `customer`
  customerName?: string;
  agentName?: string;
  channel?: Channel; // default 'email'
  kind?: 'reply' | 'note'; // default 'reply'; a note is read with CoachOptions.notes
}

export interface Mood {
  id: MoodId;
  evidence: Span[] /* in conversation.customer */;
}
export interface Question {
  span: Span /* in conversation.customer */;
  answered: boolean;
}

// ---------------------------------------------------------------- the review

/** Section C. Credited by strengths.json and detectors. */
export type StrengthId =
  | 'names-feeling'
  | 'restates'
  | 'owns'
  | 'specific-apology'
  | 'common-ground'
  | 'options'
  | 'clear-next-step'
  | 'open-question'
  | 'reason'
  | 'extra-touch'
  | 'follow-up'
  | 'feel-felt-found'
  | 'warm-greeting'
  | 'warm-closing'
  | 'matches-register';
export interface Strength {
  id: StrengthId;
  span: Span | null;
}

/** The shape of a good reply, in order. 'off' is not needed here (a calm question needs no acknowledgement). */
export type StepId = 'acknowledge' | 'restate' | 'own' | 'options' | 'next-step' | 'follow-up';
export interface Step {
  id: StepId;
  state: 'done' | 'open' | 'off';
}

/** What QA scores, live and afterwards. Weights: scorecard.json. null: not applicable. */
export type CriterionId =
  | 'greeting'
  | 'empathy'
  | 'comprehension'
  | 'ownership'
  | 'solution'
  | 'next-step'
  | 'plain-words'
  | 'tone'
  | 'closing';
export interface Scorecard {
  score: number /* 0..100 */;
  criteria: Record<CriterionId, number | null> /* 0..1 */;
}

/*
 * Who feeds what (strengths raise, findings lower):
 *   acknowledge  names-feeling, specific-apology | missing-empathy, hollow-empathy, solution-first  -> empathy
 *   restate      restates                        | not-listening, unanswered-question               -> comprehension
 *   own          owns, reason                    | blame, excuse, no-ownership, policy-shield       -> ownership
 *   options      options, extra-touch            | negative-phrasing, refusal-without-option        -> solution
 *   next-step    clear-next-step                 | no-next-step, vague-time, overpromise, hedging   -> next-step
 *   follow-up    follow-up                       | no-follow-up                                     -> closing
 *   (no step)    warm-greeting | no-personal-touch -> greeting; warm-closing | canned -> closing;
 *                jargon, canned -> plain-words; dismissive, directive, shouting, tone-mismatch, boundary,
 *                closed-question | common-ground, open-question, feel-felt-found, matches-register -> tone
 */

/** What the draft binds us to, and by when. */
export interface Commitment {
  span: Span;
  what: string;
  due?: string /* ISO 8601 date or date-time */;
  dueSpan?: Span;
}

export interface Review {
  language: string; // BCP 47; a language without banks gives an empty review
  mood: Mood;
  questions: Question[];
  findings: Finding[]; // by importance
  strengths: Strength[];
  steps: Step[];
  scorecard: Scorecard;
  commitments: Commitment[];
  gaps: Gap[];
}

/** Live and in bulk, the same draft, conversation, banks and options give the same review, to the letter. */
export interface CoachOptions {
  off?: { principles?: PrincipleId[]; rules?: string[]; except?: string[] }; // except: rules that a principle's switch spares
  severity?: Record<string /* rule or principle */, Severity>;
  quiet?: readonly string[]; // rules that this agent left again and again: they become hints
  notes?: 'off' | 'respect'; // respect: only dismissive, blame and shouting
  maxUnderlines?: number; // default 5
  host?: string; // the id of the helpdesk's adapter, for entries that are for some hosts only
  team?: string; // the agent's, for entries that are for some teams only
  weights?: Partial<Record<CriterionId, number>>; // the team's, over those of scorecard.json
  now?: string; // ISO 8601; without it no commitment gets a due date, so that a review has no clock in it
}

// ---------------------------------------------------------------- phrase banks

/**
 * phrasebanks/en/<principle>.json, one a principle, plus strengths.json, scorecard.json (weights) and
 * moods.json. Patterns are matched on wink-nlp's tokens by our own linear matcher: wink's custom entities fail
 * silently on multi-word alternatives, on unknown syntax and on a second instance, and give one match a token.
 *
 *   word            the token's normal form: can't, can’t and cannot are 'can not'
 *   <do>            any form of the lemma
 *   (a|b c|d)       alternatives, of several words too        (a|b)?   optional        _{0,3}   up to three tokens
 *   #VERB           part of speech; #VERB takes auxiliaries used as main verbs ("can't do that")
 *   $refuse         a named word class of the bank's `classes` or of classes.json
 *   ^  $            start and end of the sentence              anything else is an error that names its place
 *
 * Matching is linear in the text, overlapping matches are allowed, a newline counts as white space, and compiling
 * 5,000 entries is incremental: built-in banks ready in 500 ms, a team's layer afterwards.
 */
export interface Bank {
  schema: 1;
  id: string;
  language: string;
  version: number;
  title: string;
  why: { short: string; long: string; example: { before: string; after: string } };
  classes?: Record<string, string[]>;
  entries: Entry[];
}
export interface Entry {
  id: string;
  patterns: string[];
  unless?: string[]; // `unless`: patterns that, in the same sentence, keep it quiet
  when?: { channels?: Channel[]; moods?: MoodId[]; hosts?: string[]; teams?: string[] };
  mood?: MoodId; // moods.json alone: what the customer's words are a sign of, and how far; at 1 the mood is theirs
  weight?: number;
  credits?: StrengthId; // a team's strengths alone: what it is credited as
  always?: true; // found wherever it stands: the context tests of its principle are not asked
  severity: Severity;
  message: string;
  rewrites?: string[]; // templates: {verb} {object} {problem} {name}, [gap]; or a named grammar move '@cannot-before'
  source: string; // where the guidance comes from
  examples: Example[]; // at least one flag and one allow; each runs as a test
}
export type Example =
  | { flag: string /* [[span]] marked */; customer?: string; fixed?: string }
  | { allow: string; customer?: string };

/** Words of an agent's own, as a layer over the banks: to avoid, and fine here. */
export interface OwnWords {
  /** `say`: spellings with commas between them. `instead`: the preferred form, or '' where there is none. */
  avoid: readonly { say: string; instead: string }[];
  fine: readonly string[];
}

// ---------------------------------------------------------------- the command line

/** npm run -s audit -- FILE|-   [--no-suggestions] [--banks DIR] [--workers N] [--report F.html] [--fail-under N] */
export interface AuditLine {
  id: string;
  draft: string;
  customer?: string;
  channel?: Channel;
  conversation?: Conversation;
  options?: CoachOptions;
}
export interface AuditResult {
  id: string;
  mood: MoodId;
  score: number;
  criteria: Scorecard['criteria'];
  findings: {
    principle: PrincipleId;
    rule: string;
    start: number | null;
    end: number | null;
    quote: string | null;
    severity: Severity;
    message: string;
    suggestions?: Edit[];
  }[];
  strengths: StrengthId[];
  commitments: Commitment[];
  gaps: Gap[];
}
/** A bad line gives {"id": …|null, "error": "…"} in its place, and the run goes on. Exit: 0 fine, 1 some lines bad, 2 usage, 3 under --fail-under. */
