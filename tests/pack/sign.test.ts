import { describe, expect, it } from 'vitest';
import { makeKeyPair, readPrivateKey, readPublicKey, writePrivateKey } from '../../lib/pack/keys';
import { readPack } from '../../lib/pack/read-pack';
import { sign, verify } from '../../lib/pack/sign';
import { writePack } from '../../lib/pack/write-pack';
import { samplePack } from './sample-pack';

const pem = (publicKey: string) => `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;

describe('a signed pack', () => {
  it('is known by its key, also after it was a file with its keys in another order', async () => {
    const key = await makeKeyPair();
    const signed = await sign(samplePack(), key);
    expect(await verify(signed, key.publicKey)).toBe('signed');
    const turned = Object.fromEntries(Object.entries(signed).reverse());
    expect(await verify(readPack(JSON.stringify(turned), 'p'), key.publicKey)).toBe('signed');
    expect(await verify(readPack(writePack(signed), 'p'), pem(key.publicKey))).toBe('signed');
  });

  it.each([
    ['its name', { name: 'Acme suport' }],
    ['its version', { version: 13 }],
    ['a word of its layer', { layer: { ...samplePack().layer, rulesOff: ['blame/you-failed-to'] } }],
    ['its pilot teams', { pilot: ['Returns'] }],
  ])('is altered where %s is changed', async (_, change) => {
    const key = await makeKeyPair();
    const signed = await sign(samplePack(), key);
    expect(await verify({ ...signed, ...change }, key.publicKey)).toBe('altered');
  });

  it('is refused with its own reason where there is no signature, another key, no key, or no signature in it', async () => {
    const key = await makeKeyPair();
    const other = await makeKeyPair();
    const signed = await sign(samplePack(), key);
    expect(await verify(samplePack(), key.publicKey)).toBe('unsigned');
    expect(await verify(signed, other.publicKey)).toBe('other-key');
    expect(await verify(signed, 'a key')).toBe('bad-key');
    expect(await verify({ ...signed, signature: { key: key.publicKey, value: 'AAAA' } }, key.publicKey)).toBe(
      'altered',
    );
  });

  it('is not taken for signed when a stranger signs it and names the trusted key', async () => {
    const key = await makeKeyPair();
    const forged = await sign(samplePack(), await makeKeyPair());
    const signature = { key: key.publicKey, value: forged.signature?.value ?? '' };
    expect(await verify({ ...forged, signature }, key.publicKey)).toBe('altered');
  });
});

describe('a key', () => {
  it('goes to a file and comes back with its public half', async () => {
    const key = await makeKeyPair();
    const text = await writePrivateKey(key);
    expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----\n[^-]+\n-----END PRIVATE KEY-----\n$/);
    const back = await readPrivateKey(text);
    expect(back.publicKey).toBe(key.publicKey);
    expect(await verify(await sign(samplePack(), back), key.publicKey)).toBe('signed');
    expect((await readPublicKey(pem(key.publicKey))).publicKey).toBe(key.publicKey);
  });

  it.each(['', 'nonsense', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'])(
    'is none: %j',
    async (text) => {
      await expect(readPrivateKey(text)).rejects.toThrow();
      await expect(readPublicKey(text)).rejects.toThrow();
    },
  );
});
