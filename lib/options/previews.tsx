/** The helpdesks of which less is known, each with a switch that has the browser ask for it. */
import { useState } from 'preact/hooks';
import { HOSTS } from '../hosts';
import { hostnameOf, patternOf } from '../hosts/matches';
import type { HostAdapter } from '../hosts/types';
import { askFor, giveBack } from '../ui/ask-site';
import { Switch } from '../ui/switch';
import { t } from '../ui/text';

export const PREVIEWS = HOSTS.filter(({ preview }) => preview);
export const patternsOf = ({ hostnames }: HostAdapter): string[] => hostnames.map(patternOf);

/** `sites`: the match patterns that the browser permits. */
export function Previews({ sites }: { sites: readonly string[] }) {
  const [news, setNews] = useState('');
  const change = (patterns: string[], on: boolean) => {
    (on ? askFor(patterns) : giveBack(patterns)).then(
      (done) => setNews(done || !on ? '' : t('site_refused')),
      (error) => setNews(String(error)),
    );
  };
  return (
    <div class="card">
      <h3>{t('options_previews')}</h3>
      <p class="soft">{t('options_previews_text')}</p>
      <ul class="previews">
        {PREVIEWS.map((host) => {
          const patterns = patternsOf(host);
          return (
            <li key={host.id} class="line">
              <span class="name">
                {host.name} <span class="chip">{t('options_preview')}</span>{' '}
                <span class="soft">{patterns.map(hostnameOf).join(', ')}</span>
              </span>
              <Switch
                on={patterns.every((pattern) => sites.includes(pattern))}
                label={t('options_preview_label', host.name)}
                onChange={(on) => change(patterns, on)}
              />
            </li>
          );
        })}
      </ul>
      <p class="soft" role="status">
        {news}
      </p>
    </div>
  );
}
