/** Starts what follows packs: the policy's, and those that the agent's pages hand over. */
import { browser } from 'wxt/browser';
import type { PanelToBackground } from '../../messages';
import { isCoached } from '../../pack/languages';
import type { PackState } from '../../pack/pack';
import { openDatabase } from '../../store/database';
import { DEFAULTS, loadSettings, type Settings, watchSettings } from '../../store/settings';
import type { Team } from '../built-in-engine';
import { followManaged, readManaged } from '../managed';
import { post } from '../port';
import type { PanelPort } from '../relay';
import { createPacks, type Packs } from './packs';
import { takePackPolicy } from './policy-pack';
import { provePack } from './prove';
import { packShelf } from './shelf';

interface Parts {
  /** Lets live coaching go first. */
  pause(): Promise<void>;
  onLive(team: Team | null): void;
}

export interface StartedPacks {
  packs: Promise<Packs>;
  addPanel(port: PanelPort): void;
}

export function startPacks({ pause, onLive }: Parts): StartedPacks {
  let { team } = DEFAULTS;
  const hear = (settings: Settings) => {
    const changed = settings.team !== team;
    team = settings.team;
    return changed;
  };
  const { version } = browser.runtime.getManifest();

  const started = (async () => {
    hear(await loadSettings());
    return createPacks({
      shelf: packShelf(openDatabase),
      team: () => team,
      prove: provePack,
      pause,
      now: () => new Date().toISOString(),
      onLive: (live) =>
        onLive(live && isCoached(live.pack.language) ? { layer: live.pack.layer, binding: live.binding } : null),
    });
  })();
  started.then((packs) => packs.resume()).catch((error) => console.error('The team’s pack could not be read.', error));

  let policies: Promise<void> = Promise.resolve();
  const takePolicy = (gone: ReadonlySet<string>) => {
    policies = policies
      .catch(() => {})
      .then(async () => {
        const [packs, pack, packKey] = await Promise.all([started, readManaged('pack'), readManaged('packKey')]);
        await takePackPolicy({ pack, packKey }, gone, packs, JSON.stringify([team, version]));
      });
    return policies;
  };
  followManaged(takePolicy);

  watchSettings((settings) => {
    if (!hear(settings)) return;
    started
      .then((packs) => packs.settle())
      .then(() => takePolicy(new Set()))
      .catch(console.error);
  }, new AbortController().signal);

  return {
    packs: started,
    addPanel(port) {
      port.onMessage.addListener((message) => {
        const answer = answering(message);
        if (!answer) return;
        started
          .then(answer)
          .then((state) => post(port, { type: 'pack', state }))
          .catch((error) => console.error('The pack could not be taken.', error));
      });
    },
  };
}

function answering(message: PanelToBackground): ((packs: Packs) => Promise<PackState>) | null {
  switch (message.type) {
    case 'take-pack':
      return (packs) => packs.take(message.text, message.source);
    case 'go-back':
      return (packs) => packs.goBack();
    case 'drop-pack':
      return (packs) => packs.drop();
    default:
      return null;
  }
}
