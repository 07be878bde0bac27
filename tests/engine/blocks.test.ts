import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../lib/engine/blocks';

const blocks = (text: string) => splitBlocks(text).map(({ start, end }) => text.slice(start, end));

describe('blocks', () => {
  it.each([
    ['paragraphs', 'Hi Ann,\n\nIt is here.\n \nBest,', ['Hi Ann,', 'It is here.', 'Best,']],
    ['short lines', 'Hi Ann\nIt is here\nBest', ['Hi Ann', 'It is here', 'Best']],
    [
      'a wrapped line stays whole',
      'We are going to send the parcel to you again on Friday\nMorning delivery is fine. It should get\nto you by noon.',
      [
        'We are going to send the parcel to you again on Friday',
        'Morning delivery is fine. It should get\nto you by noon.',
      ],
    ],
    [
      'list items',
      '- open the lid\n- press the button\n2. close it',
      ['- open the lid', '- press the button', '2. close it'],
    ],
    ['nothing', ' \n\n ', []],
  ])('%s', (_what, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});
