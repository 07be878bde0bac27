/**
 * Keys that packs are signed with: ECDSA on P-256. They are read and written in the forms that openssl has
 * (`openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`), the public one also as bare base64, as a policy
 * holds it.
 */
import { fromBase64, toBase64 } from './base64';

export const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export interface SigningKey {
  /** SPKI in base64: see `PackSignature.key`. */
  publicKey: string;
  pair: CryptoKeyPair;
}

/** It can be taken out of the browser, for a colleague or a backup. */
export async function makeKeyPair(): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as CryptoKeyPair;
  return { publicKey: await publicText(pair.publicKey), pair };
}

/** The private key as a file: who has it signs in the team's name. */
export async function writePrivateKey({ pair }: SigningKey): Promise<string> {
  const lines = toBase64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}

/** Rejects where the text is no private key of this kind. */
export async function readPrivateKey(text: string): Promise<SigningKey> {
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(withoutFrame(text)), CURVE, true, ['sign']);
  // The public one stands in it.
  const { d: _, key_ops: __, ...open } = await crypto.subtle.exportKey('jwk', privateKey);
  const publicKey = await crypto.subtle.importKey('jwk', open, CURVE, true, ['verify']);
  return { publicKey: await publicText(publicKey), pair: { privateKey, publicKey } };
}

/** Rejects where the text is no public key of this kind. */
export async function readPublicKey(text: string): Promise<{ publicKey: string; key: CryptoKey }> {
  const key = await crypto.subtle.importKey('spki', fromBase64(withoutFrame(text)), CURVE, true, ['verify']);
  return { publicKey: await publicText(key), key };
}

export const isPublicKey = (text: string): Promise<boolean> =>
  readPublicKey(text).then(
    () => true,
    () => false,
  );

const publicText = async (key: CryptoKey) => toBase64(await crypto.subtle.exportKey('spki', key));

const withoutFrame = (text: string) => text.replace(/-----[A-Z ]+-----/g, '');
