import type { Pack } from '../../pack/pack';
import { writePack } from '../../pack/write-pack';
import { saveFile } from '../../ui/save-file';
import { t } from '../../ui/text';

/** A pack to the person's downloads: 'Acme support version 3.pack.json'. */
export function savePack(pack: Pack): void {
  const name = `${pack.name || t('studio_unnamed')} ${t('studio_version', pack.version)}.pack.json`;
  saveFile(new Blob([writePack(pack)], { type: 'application/json' }), name);
}
