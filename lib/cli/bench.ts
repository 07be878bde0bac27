/**
 * `npm run -s bench`: the coach beside bare wink-nlp, write-good, retext and harper.js on the same drafts in one run, and
 * replies in bulk; `-- --all` reads 100,000 of them, too. A table for people, and as the last line one JSON object. Times
 * differ from machine to machine: compare ratios.
 */
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import { withLayer } from '../phrasebank/apply-layer';
import { builtInBanks, compileBuiltIn } from '../phrasebank/built-in';
import type { CompiledBanks } from '../phrasebank/compile';
import { bulkTable, measureBulk } from './bench/bulk';
import { type BenchDraft, benchDrafts } from './bench/drafts';
import { layerOf } from './bench/many-rules';
import { bareWink, harperReader, type Reader, retextReader, writeGoodReader } from './bench/others';
import { median, p95, timed } from './bench/timing';

/** Keystrokes that are typed into each draft, in the middle of it. */
const TYPED = ' and we will tell you more';
/** As many, over a team's rules: no sentence is read twice. */
const TYPED_TOO = ' so that you know all this';
const TEAM_RULES = 5000;

const LAYING = { own: { avoid: [], fine: [] }, texts: { message: () => '', title: '' } };

interface Measured {
  first: number[];
  keystroke: number[];
  withTeam: number[];
  suggestion: number[];
  others: Record<'wink' | 'write-good' | 'retext' | 'harper', number[]>;
}

async function main(): Promise<void> {
  const banksReady = await timed(compileBuiltIn);
  const readers = {
    wink: bareWink(),
    'write-good': writeGoodReader(),
    retext: retextReader(),
    harper: await harperReader(),
  };
  await warmUp(readers);
  const laid = await withLayer(builtInBanks(), layerOf(TEAM_RULES), LAYING);
  const short = await measure(benchDrafts(2000), readers, laid);
  const long = await measure(benchDrafts(10_000), readers, laid);
  console.log(`Banks compiled in ${banksReady.toFixed(0)} ms.\n`);
  console.log(table(2000, short));
  console.log(table(10_000, long));
  const bulk = await measureBulk(process.argv.includes('--all'));
  console.log(bulkTable(bulk));
  console.log(JSON.stringify({ ...summary(2000, short), bulk }));
}

/** A first run of any of them is the just-in-time compiler's. Its texts are none that are measured. */
async function warmUp(readers: Record<string, Reader>): Promise<void> {
  const texts = Array.from(
    { length: 30 },
    (_, at) => `You must wait ${at} days. We can’t ship it before Friday, sorry.`,
  );
  for (const text of texts) {
    const review = coach(text, { customer: 'Where is my order? I am upset.' }, builtInBanks());
    for (const { id } of review.findings) suggest(review, id);
    for (const read of Object.values(readers)) await read(text);
  }
}

async function measure(
  drafts: BenchDraft[],
  readers: Record<keyof Measured['others'], Reader>,
  laid: CompiledBanks,
): Promise<Measured> {
  const banks = builtInBanks();
  const measured: Measured = {
    first: [],
    keystroke: [],
    withTeam: [],
    suggestion: [],
    others: { wink: [], 'write-good': [], retext: [], harper: [] },
  };
  for (const { text, conversation } of drafts) {
    // Side by side on each draft, so that a busy machine is busy for all of them.
    for (const [name, read] of Object.entries(readers) as [keyof Measured['others'], Reader][]) {
      measured.others[name].push(await timed(() => read(text)));
    }
    measured.first.push(await timed(() => coach(text, conversation, banks)));
    coach(text, conversation, laid);
    const middle = text.indexOf(' ', text.length / 2);
    const typed = (words: string) => text.slice(0, middle) + words + text.slice(middle);
    for (let count = 1; count <= TYPED.length; count += 1) {
      measured.keystroke.push(await timed(() => coach(typed(TYPED.slice(0, count)), conversation, banks)));
      measured.withTeam.push(await timed(() => coach(typed(TYPED_TOO.slice(0, count)), conversation, laid)));
    }
    const review = coach(text, conversation, banks);
    for (const { id } of review.findings) measured.suggestion.push(await timed(() => suggest(review, id)));
  }
  return measured;
}

function table(chars: number, { first, keystroke, withTeam, suggestion, others }: Measured): string {
  const wink = median(others.wink);
  const row = (name: string, times: number[]) =>
    [
      name.padEnd(34),
      median(times).toFixed(2).padStart(9),
      p95(times).toFixed(2).padStart(9),
      (median(times) / wink).toFixed(2).padStart(9),
      String(times.length).padStart(7),
    ].join('');
  return [
    `${`${chars} characters`.padEnd(34)}${'median ms'.padStart(9)}${'p95 ms'.padStart(9)}${'× wink'.padStart(9)}${'times'.padStart(7)}`,
    row('coach, first read', first),
    row('coach, one keystroke', keystroke),
    row('  with 5,000 rules of a team', withTeam),
    row('coach, suggestions of a finding', suggestion),
    row('wink-nlp alone', others.wink),
    row('write-good', others['write-good']),
    row('retext, 5 plugins', others.retext),
    row('harper.js', others.harper),
    '',
  ].join('\n');
}

function summary(chars: number, { first, keystroke, withTeam, suggestion, others }: Measured) {
  const ms = (value: number) => Number(value.toFixed(3));
  return {
    chars,
    coach_first_ms: ms(median(first)),
    coach_keystroke_p95_ms: ms(p95(keystroke)),
    coach_keystroke_ms: ms(median(keystroke)),
    coach_keystroke_team_ms: ms(median(withTeam)),
    suggest_p95_ms: ms(p95(suggestion)),
    wink_ms: ms(median(others.wink)),
    write_good_ms: ms(median(others['write-good'])),
    retext_ms: ms(median(others.retext)),
    harper_ms: ms(median(others.harper)),
  };
}

await main();
