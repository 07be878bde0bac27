/**
 * The introduction: three steps beside the real thing (the underline, the rewrite, the sidebar) on a live draft. It
 * can be left at any time, holds no focus, and covers neither the reply box nor the sidebar.
 */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../ui/text';

export const STEPS = ['underline', 'rewrite', 'sidebar'] as const;
export type IntroductionStep = (typeof STEPS)[number];

interface Props {
  step: IntroductionStep;
  /** The customer's given name. */
  name: string;
  /** As people read them on their keyboard; '' where the agent switched the key off. */
  keys: { next: string; use: string };
  onStep(step: IntroductionStep): void;
  onEnd(): void;
}

export function Introduction({ step, name, keys, onStep, onEnd }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];

  // Each step is read out from its heading.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.introduction')?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onEnd();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onEnd]);

  return (
    <section class="introduction" data-step={step} role="dialog" aria-labelledby={id}>
      <p class="introduction-count">{t('practice_introCount', at + 1, STEPS.length)}</p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t(`practice_intro_${step}`)}
      </h2>
      <p class="introduction-body">{t(`practice_intro_${step}Body`, name)}</p>
      {step === 'underline' && <Legend />}
      {step === 'rewrite' && <KeyHints keys={keys} />}
      <footer class="introduction-foot">
        {next && (
          <button type="button" class="button quiet" onClick={onEnd}>
            {t('practice_introSkip')}
          </button>
        )}
        <span class="spacer" />
        {before && (
          <button type="button" class="button" onClick={() => onStep(before)}>
            {t('practice_introBack')}
          </button>
        )}
        <button type="button" class="button primary" onClick={() => (next ? onStep(next) : onEnd())}>
          {t(next ? 'practice_introNext' : 'practice_introStart')}
        </button>
      </footer>
    </section>
  );
}

function Legend() {
  return (
    <p class="legend">
      <span class="legend-high">{t('severity_high')}</span>
      <span class="legend-medium">{t('severity_medium')}</span>
    </p>
  );
}

function KeyHints({ keys }: { keys: Props['keys'] }) {
  const hints = [
    { key: keys.next, text: t('action_next') },
    { key: keys.use, text: t('action_use') },
  ].filter((hint) => hint.key !== '');
  if (hints.length === 0) return null;
  return (
    <p class="key-hints">
      {hints.map(({ key, text }) => (
        <span key={text}>
          <kbd>{key}</kbd> {text}
        </span>
      ))}
    </p>
  );
}
