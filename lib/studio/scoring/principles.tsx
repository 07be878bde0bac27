/** Each principle: on or off, how loud, and why, in the team's words. What differs from the built-in is shown, with the way back. */
import { useState } from 'preact/hooks';
import type { PrincipleId } from '../../engine/types';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../../ui/principles';
import { t } from '../../ui/text';
import { useSave } from '../use-save';
import { differencesOf } from './differences';
import { OnlyChanged } from './only-changed';
import type { PartProps } from './part';
import { Principle } from './principle';

const GROUPS = [
  { ids: PHRASE_PRINCIPLES, title: 'options_phrases' },
  { ids: DRAFT_PRINCIPLES, title: 'options_draft' },
] as const;

export function Principles({ studio, rulebook, layer, at }: PartProps) {
  const { save, problem } = useSave(studio);
  const [only, setOnly] = useState(false);
  const changed = (id: PrincipleId) => differencesOf(layer, id, rulebook).length > 0;
  const count = [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES].filter(changed).length;
  return (
    <>
      <header>
        <h2>{t('studio_scoring_principles')}</h2>
        <OnlyChanged count={count} on={only} onChange={setOnly} />
      </header>
      <p class="soft lead">{t('studio_principles_text')}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      {only && count === 0 && <p class="soft nothing">{t('studio_nothing_changed')}</p>}
      {GROUPS.map(({ ids, title }) => {
        const shown = (ids as readonly PrincipleId[]).filter((id) => !only || changed(id));
        return (
          shown.length > 0 && (
            <section key={title} aria-labelledby={title}>
              <h3 class="group" id={title}>
                {t(title)}
              </h3>
              <ul class="card principles">
                {shown.map((id) => (
                  <Principle key={id} id={id} layer={layer} rulebook={rulebook} save={save} open={at === id} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}
