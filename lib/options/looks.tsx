/** How the coach looks: the marks in the draft, and what the sidebar shows. */
import { PANEL_PARTS, type Settings, UNDERLINE_STYLES } from '../store/settings';
import { t } from '../ui/text';
import { toggled } from '../ui/toggled';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

const TEXTS = ['normal', 'large'] as const;

export function Looks({ settings, state }: { settings: Settings; state: OptionsState }) {
  return (
    <Section id="looks" title={t('options_looks')}>
      <div class="card">
        <Lockable state={state} names={['underlineStyle']}>
          <fieldset class="marks">
            <legend>{t('options_marks')}</legend>
            <p class="soft">{t('options_marks_text')}</p>
            <div class="styles">
              {UNDERLINE_STYLES.map((style) => (
                <label key={style} class="choice">
                  <input
                    type="radio"
                    name="marks"
                    checked={settings.underlineStyle === style}
                    onChange={() => state.change(() => ({ underlineStyle: style }))}
                  />
                  <span>
                    {t(`options_marks_${style}`)}
                    <span class="sample" data-style={style}>
                      <span data-severity="high">{t('options_marks_high')}</span>{' '}
                      <span data-severity="medium">{t('options_marks_medium')}</span>
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        </Lockable>
      </div>
      <div class="card">
        <h3>{t('options_panel')}</h3>
        <p class="soft">{t('options_panel_text')}</p>
        <Lockable state={state} names={['panelHides']}>
          <fieldset class="part">
            <legend>{t('options_panel_shows')}</legend>
            {PANEL_PARTS.map((part) => (
              <label key={part} class="choice">
                <input
                  type="checkbox"
                  checked={!settings.panelHides.includes(part)}
                  onChange={(event) => {
                    const shown = event.currentTarget.checked;
                    state.change((now) => ({ panelHides: toggled(now.panelHides, part, !shown) }));
                  }}
                />
                {t(`options_panel_${part}`)}
              </label>
            ))}
          </fieldset>
        </Lockable>
        <Lockable state={state} names={['panelText']}>
          <fieldset class="part">
            <legend>{t('options_panel_size')}</legend>
            {TEXTS.map((size) => (
              <label key={size} class="choice">
                <input
                  type="radio"
                  name="panel-text"
                  checked={settings.panelText === size}
                  onChange={() => state.change(() => ({ panelText: size }))}
                />
                {t(`options_panel_size_${size}`)}
              </label>
            ))}
          </fieldset>
        </Lockable>
      </div>
    </Section>
  );
}
