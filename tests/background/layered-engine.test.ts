import { describe, expect, it } from 'vitest';
import { builtInEngine, type Team } from '../../lib/background/built-in-engine';
import { samplePack } from '../pack/sample-pack';

const DRAFT = 'Your widget is ready.';

function start() {
  let laid = 0;
  const waiting: (() => void)[] = [];
  const engine = builtInEngine({
    words: () => NO_WORDS,
    pause: () => new Promise((resolve) => waiting.push(resolve)),
    onLaid: () => {
      laid += 1;
    },
  });
  const rules = () => engine.review(DRAFT, {}, engine.options({})).findings.map(({ rule }) => rule);
  /** Lets the laying go on until nothing of it is left. */
  const finish = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { engine, rules, finish, laid: () => laid, waiting };
}
const NO_WORDS = { avoid: [], fine: [] };
const team = (change: Partial<Team['layer']> = {}): Team => ({
  layer: { ...samplePack().layer, ...change },
  binding: false,
});

describe('the engine under a team’s pack', { timeout: 60_000 }, () => {
  it('reads with the built-in banks until the pack is laid, and then says so', async () => {
    const { engine, rules, finish, laid } = start();
    engine.lay(team());
    expect(rules()).not.toContain('jargon/widget');
    expect(laid()).toBe(0);
    await finish();
    expect(laid()).toBe(1);
    expect(rules()).toContain('jargon/widget');
  });

  it('does nothing before anyone writes', () => {
    const { engine, waiting } = start();
    engine.lay(team());
    expect(waiting).toHaveLength(0);
  });

  it('goes on with the one before until the next is ready', async () => {
    const { engine, rules, finish, laid } = start();
    engine.lay(team());
    rules();
    await finish();
    engine.lay(team({ rules: [] }));
    expect(rules()).toContain('jargon/widget');
    await finish();
    expect(rules()).not.toContain('jargon/widget');
    expect(laid()).toBe(2);
  });

  it('leaves one that is not wanted any more', async () => {
    const { engine, rules, finish, laid } = start();
    engine.lay(team());
    rules();
    engine.lay(null);
    await finish();
    expect(laid()).toBe(0);
    expect(rules()).not.toContain('jargon/widget');
  });

  it('lists the team’s rules among those that can be switched', () => {
    const { engine } = start();
    engine.lay(team());
    const jargon = engine.rules().find(({ principle }) => principle === 'jargon');
    expect(jargon?.rules.at(-1)).toEqual({
      id: 'jargon/widget',
      message: 'Customers know these as gizmos.',
      severity: 'medium',
    });
  });
});
