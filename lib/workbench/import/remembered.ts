/** Mappings of files that were read before, by the names of their columns. */
import type { Mapping } from '../../audit/model';
import { openDatabase } from '../../store/database';

const keyOf = (columns: readonly string[]) => [...columns].sort().join('\n');

/** Undefined, too, where the browser keeps nothing: then there is a guess. */
export async function recallMapping(columns: readonly string[]): Promise<Mapping | undefined> {
  try {
    const db = await openDatabase();
    const found = await db.get('mappings', keyOf(columns));
    db.close();
    return found?.mapping;
  } catch {
    return undefined;
  }
}

export async function rememberMapping(columns: readonly string[], mapping: Mapping): Promise<void> {
  const db = await openDatabase();
  await db.put('mappings', { columns: keyOf(columns), mapping, usedAt: new Date().toISOString() });
  db.close();
}
