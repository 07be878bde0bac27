/** One version beside another: by default the one before it. */
import { diff, reordered } from '../../pack/diff';
import { t } from '../../ui/text';
import { moment } from '../../workbench/format';
import { routeHash } from '../route';
import type { Studio, Version } from '../types';
import { Changes } from './changes';
import { Badges } from './list';
import { savePack } from './save-pack';
import { numberBefore, summaryOf, usePair } from './summary';

interface Props {
  studio: Studio;
  version: Version;
  /** 0: before the first one. */
  from: number;
  /** Does it, and says what came of it. */
  act(work: () => Promise<string>): void;
}

export function Compare({ studio, version, from, act }: Props) {
  const { number, note, author, at } = version;
  const [newest] = studio.versions.value;
  const restore = async () => {
    await studio.restore(number);
    return t('studio_version_restored', studio.versions.value[0]?.number ?? '', number);
  };
  const save = async () => {
    savePack(await studio.pack(number));
    return '';
  };
  return (
    <section class="compare" aria-labelledby="compare-title">
      <a class="version-back" href={routeHash({ view: 'versions' })}>
        {t('studio_versions_back')}
      </a>
      <div class="version-head">
        <h2 id="compare-title">{t('studio_version', number)}</h2>
        <Badges studio={studio} version={version} />
      </div>
      {note && <p>{note}</p>}
      <p class="soft">
        {author || t('studio_version_anonymous')} · <time dateTime={at}>{moment(at)}</time>
      </p>
      <div class="actions">
        {newest?.number !== number && (
          <button type="button" class="button" onClick={() => act(restore)}>
            {t('studio_version_restore')}
          </button>
        )}
        <button type="button" class="button" onClick={() => act(save)}>
          {t('studio_version_save')}
        </button>
      </div>
      <Against studio={studio} version={number} from={from} />
      <Difference studio={studio} from={from} to={number} />
    </section>
  );
}

function Difference({ studio, from, to }: { studio: Studio; from: number; to: number }) {
  const pair = usePair(studio, from, to);
  if (!pair) return null;
  const changes = diff(pair.before, pair.after);
  return (
    <>
      <p role="status">{summaryOf(changes)}</p>
      <Changes changes={changes} order={reordered(pair.before, pair.after)} />
    </>
  );
}

function Against({ studio, version, from }: { studio: Studio; version: number; from: number }) {
  const live = studio.live.value.live?.digest;
  const name = ({ number, digest }: Version) => {
    if (number === numberBefore(studio.versions.value, version)) return t('studio_version_before', number);
    return digest === live ? t('studio_version_live_option', number) : t('studio_version', number);
  };
  return (
    <label class="against">
      <span class="soft">{t('studio_version_from')}</span>
      <select
        class="field"
        value={from}
        onChange={(event) => {
          const query = `from=${event.currentTarget.value}`;
          location.hash = routeHash({ view: 'versions', at: String(version), query });
        }}
      >
        {studio.versions.value
          .filter(({ number }) => number !== version)
          .map((other) => (
            <option key={other.digest} value={other.number}>
              {name(other)}
            </option>
          ))}
        <option value={0}>{t('studio_version_nothing')}</option>
      </select>
    </label>
  );
}
