/** The team's pack: which one is live, another one from a file, back to the one before. */
import { useState } from 'preact/hooks';
import { askPacks } from '../panel/ask-packs';
import type { Settings } from '../store/settings';
import { DropAnywhere } from '../ui/drop-anywhere';
import { FileButton } from '../ui/file-button';
import { Shield } from '../ui/icons';
import { packName } from '../ui/pack-name';
import { t } from '../ui/text';
import { Lockable } from './locked';
import { LivePack } from './pack-live';
import { PackNews } from './pack-news';
import { Section } from './section';
import type { OptionsState } from './state';
import { Sync } from './sync';

const MOST_BYTES = 5_000_000;

export function TeamPack({ settings, state }: { settings: Settings; state: OptionsState }) {
  const [failure, setFailure] = useState<string | null>(null);
  const pack = state.pack.value;
  const byPolicy = pack.live?.source === 'policy';
  const locked = byPolicy || pack.checking !== null;

  const ask = (asked: Parameters<typeof askPacks>[0]) => {
    setFailure(null);
    askPacks(asked).catch((error: Error) => setFailure(error.message));
  };
  const open = async (file: File) => {
    // Not even read into memory where it can't be right.
    if (file.size > MOST_BYTES) setFailure(t('options_pack_large', file.name));
    else ask({ type: 'take-pack', text: await file.text(), source: 'file' });
  };
  return (
    <Section id="pack" title={t('options_pack')} text={t('options_pack_text')}>
      {!locked && <DropAnywhere text={t('options_pack_let_go')} onFile={open} />}
      <div class="card team-pack">
        {byPolicy && (
          <p class="locked">
            <Shield size={14} /> {t('options_locked')}
          </p>
        )}
        <LivePack pack={pack.live} />
        {!byPolicy && (
          <div class="actions">
            <FileButton
              label={pack.live ? t('options_pack_other') : t('options_pack_open')}
              accept=".json,application/json"
              primary={!pack.live}
              disabled={locked}
              onFile={open}
            />
            {pack.previous && (
              <button type="button" class="button" disabled={locked} onClick={() => ask({ type: 'go-back' })}>
                {t('options_pack_back', packName(pack.previous))}
              </button>
            )}
            {pack.live && (
              <button type="button" class="button quiet" disabled={locked} onClick={() => ask({ type: 'drop-pack' })}>
                {t('options_pack_drop')}
              </button>
            )}
          </div>
        )}
        <PackNews pack={pack} failure={failure} />
        <Lockable state={state} names={['team']}>
          <Team settings={settings} state={state} />
        </Lockable>
        <Sync settings={settings} state={state} />
      </div>
    </Section>
  );
}

function Team({ settings, state }: { settings: Settings; state: OptionsState }) {
  return (
    <div class="part line">
      <div>
        <label for="team">
          <strong>{t('options_team')}</strong>
        </label>
        <p class="soft">{t('options_team_text')}</p>
      </div>
      <input
        id="team"
        class="field"
        value={settings.team}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => {
          const team = event.currentTarget.value.trim();
          state.change(() => ({ team }));
        }}
      />
    </div>
  );
}
