/** Whether a pack may be live here, whatever is in it. */
import type { Pack } from '../../pack/pack';
import { verify } from '../../pack/sign';
import { t } from '../../ui/text';

/** Why not; empty where it may. `key`: the public key that the organisation asks for, null where it asks for none. */
export async function whyNot(pack: Pack, key: string | null, team: string): Promise<string[]> {
  const verdict = key === null ? 'signed' : await verify(pack, key);
  switch (verdict) {
    case 'unsigned':
      return [t('pack_unsigned')];
    case 'other-key':
      return [t('pack_other_key')];
    case 'altered':
      return [t('pack_altered')];
    case 'bad-key':
      return [t('pack_bad_key')];
  }
  if (pack.pilot.length === 0 || pack.pilot.some((one) => same(one, team))) return [];
  const teams = pack.pilot.join(', ');
  return [team ? t('pack_pilot_other', teams, team) : t('pack_pilot_none', teams)];
}

const same = (a: string, b: string) => plain(a) === plain(b);
const plain = (text: string) => text.trim().toLowerCase();
