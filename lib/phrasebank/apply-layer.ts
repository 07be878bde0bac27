/** A team's layer over the banks. */
import { FINE, FINE_BENEATH } from '../engine/phrases';
import type { Entry, OwnWords } from '../engine/types';
import type { CompiledBanks } from './compile';
import type { Layer, TeamStrength } from './layer';
import { finePatterns, type OwnWordsTexts, spellingsIn, wordEntries } from './own-words';
import { BankError } from './schema';
import { atOnce, inSlices } from './slices';
import { literal, numbered, slug, spellings, WORDS_BANK } from './spellings';
import { missingClasses } from './stale';

export { withLayerOptions } from './layer-options';

export interface Laying {
  /** The agent's own words, over the team's. */
  own: OwnWords;
  texts: OwnWordsTexts;
  /** The layer is the organisation's: its words go over the agent's. */
  binding?: boolean;
  /** Awaited between two slices of work, so that thousands of rules block nobody. */
  pause?(): Promise<void>;
  /** How many entries are laid, of how many. */
  onProgress?(done: number, all: number): void;
}

/**
 * The banks with the layer over them; the very same banks where neither says anything. What the layer says of rules and
 * word classes that these banks do not have is left out: see `staleIn`. Throws a `BankError`.
 */
export async function withLayer(banks: CompiledBanks, layer: Layer, laying: Laying): Promise<CompiledBanks> {
  const { pause } = laying;
  const work = lay(banks, layer, laying);
  return pause ? inSlices(work, pause) : atOnce(work);
}

function* lay(banks: CompiledBanks, layer: Layer, laying: Laying): Generator<void, CompiledBanks> {
  const { classes, entries } = partsOf(layer, laying);
  const says = layer.snippets.length > 0 || Object.keys(layer.why).length > 0;
  if (Object.keys(classes).length === 0 && entries.length === 0 && !says) return banks;
  const laid = banks.layer(classes, layer);
  const faults: string[] = [];
  for (const [done, { bank, group, entry }] of entries.entries()) {
    if (missingClasses(entry, bank, banks).length === 0) faults.push(...laid.addEntry(bank, entry, group));
    laying.onProgress?.(done + 1, entries.length);
    yield;
  }
  if (faults.length > 0) throw new BankError(TEAM, faults);
  return laid;
}

const TEAM = "the team's rules";

interface Part {
  bank: string;
  group?: string;
  entry: Entry;
}

function partsOf(layer: Layer, { own, texts, binding }: Laying) {
  const { words } = layer;
  const ofTeam = binding ? undefined : spellingsIn(own);
  const ofOwn = binding ? spellingsIn(words) : undefined;
  const entries: Part[] = [
    ...layer.rules.map(({ principle, over: _, ...entry }) => ({ bank: principle, entry })),
    ...wordEntries(words, 'team', texts, ofTeam).map((entry) => ({ bank: WORDS_BANK, entry })),
    ...wordEntries(own, 'own', texts, ofOwn).map((entry) => ({ bank: WORDS_BANK, entry })),
    ...strengthEntries(layer.strengths).map((entry) => ({ bank: STRENGTHS, group: STRENGTHS, entry })),
  ];
  const [ofTheTeam, ofTheAgent] = [finePatterns(words, ofTeam), finePatterns(own, ofOwn)];
  const fine = binding ? ofTheTeam : [...ofTheTeam, ...ofTheAgent];
  const classes = {
    ...(fine.length > 0 && { [FINE]: fine }),
    ...(binding && ofTheAgent.length > 0 && { [FINE_BENEATH]: ofTheAgent }),
  };
  return { classes, entries };
}

const STRENGTHS = 'strengths';

function strengthEntries(strengths: readonly TeamStrength[]): Entry[] {
  const ids = numbered(strengths.map(({ say }) => `team-${slug(say)}`));
  return strengths.map(({ say, strength }, index) => ({
    id: ids[index] as string,
    patterns: spellings(say).map(literal),
    credits: strength,
    severity: 'low',
    message: say,
    source: 'team strengths',
    examples: [],
  }));
}
