import type { Pack } from '../../lib/pack/pack';
import { EMPTY_LAYER } from '../../lib/phrasebank/layer';

/** A small pack that is right in every way. */
export const samplePack = (change: Partial<Pack> = {}): Pack => ({
  reframe: 'pack',
  schema: 1,
  id: 'acme-support',
  name: 'Acme support',
  language: 'en',
  version: 12,
  savedAt: '2026-03-01T09:00:00.000Z',
  author: 'Dana',
  note: 'Widgets are gizmos now.',
  after: [],
  pilot: [],
  layer: {
    ...EMPTY_LAYER,
    rules: [
      {
        id: 'widget',
        principle: 'jargon',
        patterns: ['<widget>'],
        always: true,
        severity: 'medium',
        message: 'Customers know these as gizmos.',
        rewrites: ['gizmo'],
        source: 'Acme style guide',
        examples: [{ flag: 'Your [[widget]] is on its way.' }, { allow: 'Your gizmo is on its way.' }],
      },
    ],
    words: { avoid: [{ say: 'loyalty tier', instead: 'membership' }], fine: ['RMA'] },
  },
  ...change,
});
