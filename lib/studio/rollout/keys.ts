/** The keys that this browser signs packs with. They stay in its database until someone saves or removes them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { makeKeyPair, readPrivateKey, type SigningKey, writePrivateKey } from '../../pack/keys';
import { type Database, openDatabase } from '../../store/database';

export interface NamedKey extends SigningKey {
  name: string;
}

export interface SigningKeys {
  all: ReadonlySignal<readonly NamedKey[]>;
  /** null: packs are not signed. */
  chosen: ReadonlySignal<NamedKey | null>;
  /** By its public key; '' for none. */
  choose(publicKey: string): void;
  make(name: string): Promise<void>;
  /** Of a file's text. Rejects where that is no such key. */
  add(text: string, name: string): Promise<void>;
  remove(key: NamedKey): Promise<void>;
  fileOf(key: NamedKey): Promise<string>;
}

const CHOSEN = 'studio-key';

export async function openKeys(
  open: () => Promise<Database> = openDatabase,
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
): Promise<SigningKeys> {
  const db = await open();
  const all = signal<readonly NamedKey[]>([]);
  const choice = signal(storage.getItem(CHOSEN) ?? '');
  const read = async () => {
    const stored = await db.getAll('signingKeys');
    all.value = stored.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  };
  const choose = (publicKey: string) => {
    choice.value = publicKey;
    storage.setItem(CHOSEN, publicKey);
  };
  const keep = async ({ publicKey, pair }: SigningKey, name: string) => {
    await db.put('signingKeys', { publicKey, pair, name, createdAt: new Date().toISOString() });
    await read();
    choose(publicKey);
  };
  await read();
  return {
    all,
    chosen: computed(() => all.value.find(({ publicKey }) => publicKey === choice.value) ?? null),
    choose,
    make: async (name) => keep(await makeKeyPair(), name),
    add: async (text, name) => keep(await readPrivateKey(text), name),
    async remove({ publicKey }) {
      await db.delete('signingKeys', publicKey);
      await read();
    },
    fileOf: writePrivateKey,
  };
}
