/** What the team's rule has that the built-in one has not, and the other way round. */
import type { Entry } from '../../../engine/types';
import type { TeamRule } from '../../../phrasebank/layer';
import { t } from '../../../ui/text';
import type { BuiltInRule } from '../../types';
import { patternWords } from '../pattern/pattern-line';
import { rewriteLabel } from '../rewrite-label';

interface Props {
  team: TeamRule;
  builtIn: BuiltInRule;
  /** The built-in rule is another one than when the team changed it. */
  updated: boolean;
  /** The team's rule stays as it is, now that the new built-in one was seen. */
  onKeep(): void;
}

export function Difference({ team, builtIn, updated, onKeep }: Props) {
  const parts = differences(team, builtIn.entry);
  return (
    <details class="card difference" open={updated}>
      <summary>{t(updated ? 'rules_difference_updated' : 'rules_difference')}</summary>
      {parts.length === 0 ? (
        <p class="soft">{t('rules_same')}</p>
      ) : (
        <dl>
          {parts.map(({ name, gone, added }) => (
            <div key={name}>
              <dt>{t(`rules_part_${name}`)}</dt>
              {gone.map((text) => (
                <dd key={`-${text}`}>
                  <del>{text}</del>
                </dd>
              ))}
              {added.map((text) => (
                <dd key={`+${text}`}>
                  <ins>{text}</ins>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {updated && (
        <div class="actions">
          <button type="button" class="button small" onClick={onKeep}>
            {t('rules_keep_yours')}
          </button>
        </div>
      )}
    </details>
  );
}

type Part = 'message' | 'severity' | 'patterns' | 'unless' | 'rewrites' | 'when' | 'always' | 'examples';

const TEXTS: Record<Part, (rule: Entry) => string[]> = {
  message: ({ message }) => [message],
  severity: ({ severity }) => [t(`severity_${severity}`)],
  patterns: ({ patterns }) => patterns.map(patternWords),
  unless: ({ unless = [] }) => unless.map(patternWords),
  rewrites: ({ rewrites = [] }) => rewrites.map(rewriteLabel),
  when: ({ when }) => Object.values(when ?? {}).flat(),
  always: ({ always }) => [t(always ? 'rules_always' : 'rules_judged')],
  examples: ({ examples }) => examples.map((one) => ('flag' in one ? one.flag : one.allow)),
};

function differences(team: Entry, builtIn: Entry): { name: Part; gone: string[]; added: string[] }[] {
  return (Object.keys(TEXTS) as Part[]).flatMap((name) => {
    const [now, then] = [TEXTS[name](team), TEXTS[name](builtIn)];
    const gone = then.filter((text) => !now.includes(text));
    const added = now.filter((text) => !then.includes(text));
    return gone.length + added.length > 0 ? [{ name, gone, added }] : [];
  });
}
