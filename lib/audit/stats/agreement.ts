/**
 * How far reviewers and the coach agree, and reviewers among themselves.
 *
 * The items of kappa and recall are reply × principle: is this principle in this reply or not? They come from replies that
 * a reviewer is done with alone, since only there silence means "not in it". The coach says yes where it has a finding of
 * high or medium severity. The reviewer says yes where they agreed with such a finding or added a missed one, no where
 * they disagreed with all of them or there was nothing to judge. Where findings were left unjudged, or the coach gave a
 * hint only, nobody knows: the item is left out.
 */
import type { AuditResult, PrincipleId } from '../../engine/types';
import { PRINCIPLES } from '../columns';
import { findingKey, type Verdict } from '../model';
import type { Estimate } from './estimate';
import { clusteredKappa, kappa } from './kappa';
import { proportion } from './proportion';

/** A reply with what reviewers said of it. */
export interface Judged {
  findings: readonly AuditResult['findings'][number][];
  verdicts: readonly Verdict[];
}

/** yes/no of the coach (first) and the reviewer (second). */
interface Counts {
  both: number;
  coachOnly: number;
  reviewerOnly: number;
  neither: number;
}

export interface Agreement {
  /** A principle, or a rule ('blame/you-failed-to'). */
  id: string;
  principle: PrincipleId;
  agreed: number;
  /** Findings that were judged. */
  judged: number;
  /** Share of the judged findings that the reviewer agreed with; null where none was judged. */
  precision: Estimate | null;
  /** Share of the replies in which the reviewer sees the principle that the coach found it in; null where there is none. */
  recall: Estimate | null;
  /** Null where it is not defined. */
  kappa: Estimate | null;
  /** Replies in which a reviewer added it. */
  missed: number;
}

export interface AgreementReport {
  /** Replies with a verdict, and those of them that a reviewer is done with. */
  replies: number;
  done: number;
  overall: Omit<Agreement, 'id' | 'principle'>;
  principles: Agreement[];
  rules: Agreement[];
  /** Findings on which as many reviewers agreed as disagreed: they count for neither. */
  disputed: number;
}

/** What reviewers said of a reply together: the majority's view of each finding; a tie is no view. */
interface Opinion {
  done: boolean;
  findings: Map<string, 'agree' | 'disagree'>;
  disputed: number;
  missed: Set<PrincipleId>;
  /** As many saw it missing as did not. */
  unsure: Set<PrincipleId>;
}

/** Takes each finding once, however many reviewers judged it. */
export function agreementOf(replies: readonly Judged[]): AgreementReport {
  const rules = new Map<string, { principle: PrincipleId; agreed: number; judged: number }>();
  const counts = new Map<PrincipleId, Counts>(PRINCIPLES.map((id) => [id, noCounts()]));
  const clusters: number[][][] = [];
  let [disputed, done, seen] = [0, 0, 0];
  for (const { findings, verdicts } of replies) {
    if (verdicts.length === 0) continue;
    const opinion = opinionOf(verdicts);
    seen += 1;
    disputed += opinion.disputed;
    for (const finding of findings) {
      const said = opinion.findings.get(findingKey(finding));
      if (!said) continue;
      const entry = rules.get(finding.rule) ?? { principle: finding.principle, agreed: 0, judged: 0 };
      entry.judged += 1;
      entry.agreed += said === 'agree' ? 1 : 0;
      rules.set(finding.rule, entry);
    }
    if (!opinion.done) continue;
    done += 1;
    const cluster = noCounts();
    for (const [principle, place] of itemsOf(findings, opinion)) {
      cluster[place] += 1;
      (counts.get(principle) as Counts)[place] += 1;
    }
    clusters.push(tableOf(cluster));
  }
  const principles = PRINCIPLES.flatMap((id): Agreement[] => {
    const own = [...rules.values()].filter(({ principle }) => principle === id);
    const found = counts.get(id) as Counts;
    if (own.length === 0 && found.reviewerOnly === 0) return [];
    return [{ id, principle: id, ...figures(own, found), kappa: kappa(tableOf(found)) }];
  });
  const all = [...counts.values()].reduce(added, noCounts());
  return {
    replies: seen,
    done,
    disputed,
    principles,
    overall: { ...figures([...rules.values()], all), kappa: clusteredKappa(clusters) },
    rules: [...rules].map(([id, entry]) => ({
      id,
      principle: entry.principle,
      ...figures([entry], noCounts()),
      recall: null,
      kappa: null,
    })),
  };
}

/** How far two reviewers agree, on the replies that both are done with: the same items, the coach left aside. */
export function betweenReviewers(replies: readonly Judged[], one: string, other: string) {
  const clusters: number[][][] = [];
  for (const { findings, verdicts } of replies) {
    const [a, b] = [one, other].map((reviewer) => verdicts.find((verdict) => verdict.reviewer === reviewer));
    if (!a?.done || !b?.done) continue;
    const [first, second] = [a, b].map((verdict) => new Map(itemsOf(findings, opinionOf([verdict]))));
    const cluster = noCounts();
    for (const [principle, place] of first ?? []) {
      const beside = second?.get(principle);
      if (!beside) continue;
      const [left, right] = [place, beside].map((said) => said === 'both' || said === 'reviewerOnly');
      cluster[left ? (right ? 'both' : 'coachOnly') : right ? 'reviewerOnly' : 'neither'] += 1;
    }
    clusters.push(tableOf(cluster));
  }
  return { replies: clusters.length, kappa: clusteredKappa(clusters) };
}

function opinionOf(verdicts: readonly Verdict[]): Opinion {
  const opinion: Opinion = {
    done: verdicts.some(({ done }) => done),
    findings: new Map(),
    disputed: 0,
    missed: new Set(),
    unsure: new Set(),
  };
  for (const key of new Set(verdicts.flatMap(({ findings }) => Object.keys(findings)))) {
    const said = verdicts.map(({ findings }) => findings[key]);
    const lead = said.filter((each) => each === 'agree').length - said.filter((each) => each === 'disagree').length;
    if (lead === 0) opinion.disputed += 1;
    else opinion.findings.set(key, lead > 0 ? 'agree' : 'disagree');
  }
  const through = verdicts.filter(({ done }) => done);
  for (const principle of new Set(verdicts.flatMap(({ missed }) => missed.map((each) => each.principle)))) {
    const votes = through.filter(({ missed }) => missed.some((each) => each.principle === principle)).length;
    if (votes * 2 > through.length) opinion.missed.add(principle);
    else if (votes * 2 === through.length) opinion.unsure.add(principle);
  }
  return opinion;
}

function itemsOf(findings: Judged['findings'], opinion: Opinion): [PrincipleId, keyof Counts][] {
  return PRINCIPLES.flatMap((principle): [PrincipleId, keyof Counts][] => {
    const own = findings.filter((finding) => finding.principle === principle);
    const counted = own.filter(({ severity }) => severity !== 'low');
    const said = counted.map((finding) => opinion.findings.get(findingKey(finding)));
    if (counted.length > 0) {
      if (said.includes('agree') || opinion.missed.has(principle)) return [[principle, 'both']];
      return said.includes(undefined) ? [] : [[principle, 'coachOnly']];
    }
    if (opinion.missed.has(principle)) return [[principle, 'reviewerOnly']];
    return own.length > 0 || opinion.unsure.has(principle) ? [] : [[principle, 'neither']];
  });
}

function figures(own: readonly { agreed: number; judged: number }[], counts: Counts) {
  const agreed = own.reduce((sum, entry) => sum + entry.agreed, 0);
  const judged = own.reduce((sum, entry) => sum + entry.judged, 0);
  const there = counts.both + counts.reviewerOnly;
  return {
    agreed,
    judged,
    precision: proportion(agreed, judged),
    recall: proportion(counts.both, there),
    missed: counts.reviewerOnly,
  };
}

const noCounts = (): Counts => ({ both: 0, coachOnly: 0, reviewerOnly: 0, neither: 0 });

const tableOf = ({ both, coachOnly, reviewerOnly, neither }: Counts) => [
  [both, coachOnly],
  [reviewerOnly, neither],
];

const added = (a: Counts, b: Counts): Counts => ({
  both: a.both + b.both,
  coachOnly: a.coachOnly + b.coachOnly,
  reviewerOnly: a.reviewerOnly + b.reviewerOnly,
  neither: a.neither + b.neither,
});
