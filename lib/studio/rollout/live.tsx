/** What is live in this browser beside the newest version, and the step from one to the other and back. */
import { diff } from '../../pack/diff';
import type { Pack, PackState, Refusal } from '../../pack/pack';
import { writePack } from '../../pack/write-pack';
import { askPacks } from '../../panel/ask-packs';
import { packName } from '../../ui/pack-name';
import { t } from '../../ui/text';
import { moment, number } from '../../workbench/format';
import { routeHash } from '../route';
import type { Studio, Version } from '../types';
import { summaryOf, usePair } from '../versions/summary';

interface Props {
  studio: Studio;
  newest: Version;
  /** The newest version as it is handed out; null until it is there. */
  pack: Pack | null;
  act(work: () => Promise<void>): void;
}

export function GoLive({ studio, newest, pack, act }: Props) {
  const { live, previous, refusal, checking } = studio.live.value;
  const isLive = live?.digest === newest.digest;
  const byPolicy = live?.source === 'policy';
  const makeLive = async () => {
    if (pack) await askPacks({ type: 'take-pack', text: writePack(pack), source: 'studio' });
  };
  const goBack = async () => {
    await askPacks(previous ? { type: 'go-back' } : { type: 'drop-pack' });
  };
  return (
    <div class="card go-live">
      <dl class="facts">
        <div>
          <dt class="soft">{t('studio_rollout_draft')}</dt>
          <dd>
            <strong>{t('studio_version', newest.number)}</strong>
            <span class="soft">{[newest.author, moment(newest.at)].filter(Boolean).join(' · ')}</span>
          </dd>
        </div>
        <div>
          <dt class="soft">{t('studio_rollout_live')}</dt>
          <dd>
            <strong>{live ? packName(live) : t('studio_rollout_nothing_live')}</strong>
            {live && <span class="soft">{moment(live.takenAt)}</span>}
          </dd>
        </div>
      </dl>
      {!isLive && <News studio={studio} live={live} newest={newest} />}
      <div class="actions">
        {!isLive && (
          <button
            type="button"
            class="button primary"
            disabled={!pack || checking !== null || byPolicy}
            onClick={() => act(makeLive)}
          >
            {t('studio_rollout_make_live', newest.number)}
          </button>
        )}
        {isLive && (
          <a class="button primary" href="/practice.html" target="_blank" rel="noreferrer">
            {t('studio_rollout_practice')}
          </a>
        )}
        {live && !byPolicy && (
          <button type="button" class="button" disabled={checking !== null} onClick={() => act(goBack)}>
            {previous ? t('studio_rollout_back', packName(previous)) : t('studio_rollout_back_none')}
          </button>
        )}
      </div>
      {byPolicy && <p class="soft">{t('studio_rollout_by_policy')}</p>}
      <div role="status" class="go-live-news">
        {checking && <Checking {...checking} />}
        {isLive && !checking && <p>{t('studio_rollout_is_live', newest.number)}</p>}
        {refusal && !checking && !isLive && <Refused refusal={refusal} />}
      </div>
    </div>
  );
}

function Checking({ name, done, all }: NonNullable<PackState['checking']>) {
  return (
    <label class="checking">
      <span>{t('studio_rollout_checking', packName({ name }), number(done), number(all))}</span>
      <progress max={all || 1} value={all ? done : undefined} />
    </label>
  );
}

function Refused({ refusal: { name, version, faults } }: { refusal: Refusal }) {
  const what = name === undefined ? t('studio_rollout_refused_file') : packName({ name, ...(version && { version }) });
  return (
    <div class="problem">
      <p>{t('studio_rollout_refused', what)}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}

/** What making it live would bring, where the version that is live is known here. */
function News({ studio, live, newest }: { studio: Studio; live: PackState['live']; newest: Version }) {
  const from = live ? studio.versions.value.find(({ digest }) => digest === live.digest) : null;
  const pair = usePair(studio, from?.number ?? 0, newest.number);
  if (!pair || from === undefined) return null;
  const query = `from=${from?.number ?? 0}`;
  return (
    <p>
      <span class="soft">{t('studio_rollout_difference')}:</span> {summaryOf(diff(pair.before, pair.after))}{' '}
      <a href={routeHash({ view: 'versions', at: String(newest.number), query })}>{t('studio_rollout_compare')}</a>
    </p>
  );
}
