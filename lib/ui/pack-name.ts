import type { PackInfo } from '../pack/pack';
import { t } from './text';

/** 'Acme support, version 12'. */
export function packName({ name, version }: Pick<PackInfo, 'name'> & Partial<Pick<PackInfo, 'version'>>): string {
  const shown = name || t('pack_unnamed');
  return version === undefined ? shown : t('pack_version', shown, version);
}
