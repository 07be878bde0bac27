/** Signatures of packs: with WebCrypto, over the canonical text. */
import { fromBase64, toBase64 } from './base64';
import { canonicalText } from './canonical';
import { readPublicKey, type SigningKey } from './keys';
import type { Pack } from './pack';

const HOW = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A copy of the pack with this key's signature. */
export async function sign(pack: Pack, { publicKey, pair }: SigningKey): Promise<Pack> {
  const value = await crypto.subtle.sign(HOW, pair.privateKey, signedBytes(pack));
  return { ...pack, signature: { key: publicKey, value: toBase64(value) } };
}

/**
 * unsigned: it has no signature. other-key: it was signed with another key than the one to check with. altered: it was
 * changed after it was signed, or the signature is not one. bad-key: the key to check with is none.
 */
export type Verdict = 'signed' | 'unsigned' | 'other-key' | 'altered' | 'bad-key';

/** `publicKey`: the one that is trusted, SPKI in base64 or PEM. The one that the pack names proves nothing by itself. */
export async function verify(pack: Pack, publicKey: string): Promise<Verdict> {
  const trusted = await readPublicKey(publicKey).catch(() => null);
  if (!trusted) return 'bad-key';
  if (!pack.signature) return 'unsigned';
  if (pack.signature.key !== trusted.publicKey) return 'other-key';
  return (await fits(pack, pack.signature.value, trusted.key)) ? 'signed' : 'altered';
}

async function fits(pack: Pack, value: string, key: CryptoKey): Promise<boolean> {
  try {
    return await crypto.subtle.verify(HOW, key, fromBase64(value), signedBytes(pack));
  } catch {
    return false;
  }
}

const signedBytes = (pack: Pack) => new TextEncoder().encode(canonicalText(pack));
