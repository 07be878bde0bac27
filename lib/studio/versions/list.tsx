/** All versions, newest first. */
import { useState } from 'preact/hooks';
import { t } from '../../ui/text';
import { moment } from '../../workbench/format';
import { routeHash } from '../route';
import type { Studio, Version } from '../types';
import { useSummary } from './summary';

/** Each row reads two versions for what changed: more of them only when they are asked for. */
const PAGE = 30;
/** Before that a search box is in the way. */
const MANY = 8;

export function VersionList({ studio, open }: { studio: Studio; open: number | null }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(PAGE);
  const versions = studio.versions.value;
  const found = versions.filter(({ note, author }) =>
    `${note} ${author}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()),
  );
  return (
    <>
      {versions.length > MANY && (
        <input
          class="field"
          type="search"
          aria-label={t('studio_versions_search')}
          placeholder={t('studio_versions_search')}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ol class="version-rows">
        {found.slice(0, shown).map((version) => (
          <Row key={version.digest} studio={studio} version={version} open={version.number === open} />
        ))}
      </ol>
      {found.length === 0 && <p class="soft">{t('studio_versions_no_match')}</p>}
      {found.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + PAGE)}>
          {t('studio_versions_more')}
        </button>
      )}
    </>
  );
}

function Row({ studio, version, open }: { studio: Studio; version: Version; open: boolean }) {
  const { number, note, author, at } = version;
  const summary = useSummary(studio, number);
  return (
    <li>
      <a href={routeHash({ view: 'versions', at: String(number) })} aria-current={open ? 'true' : undefined}>
        <span class="version-head">
          <strong>{t('studio_version', number)}</strong>
          <Badges studio={studio} version={version} />
        </span>
        <span class="version-note">{note || summary}</span>
        {note && <span class="soft">{summary}</span>}
        <span class="soft">
          {author || t('studio_version_anonymous')} · <time dateTime={at}>{moment(at)}</time>
        </span>
      </a>
    </li>
  );
}

export function Badges({ studio, version }: { studio: Studio; version: Version }) {
  const live = studio.live.value.live?.digest === version.digest;
  const newest = studio.versions.value[0]?.digest === version.digest;
  return (
    <>
      {live && <span class="chip badge-live">{t('studio_version_live')}</span>}
      {newest && !live && <span class="chip badge-draft">{t('studio_version_draft')}</span>}
      {version.merged && <span class="chip">{t('studio_version_merged')}</span>}
    </>
  );
}
