import { expect, test } from 'vitest';
import { sentence } from '../../../lib/cli/audit/progress';

test.each([
  [{ doing: 'reading', share: 0.415 } as const, 0, 1000, 'Reading the file, 41 %'],
  [{ doing: 'reviewing', share: null } as const, 1234, 2000, '1,234 replies, 617 a second'],
  [{ doing: 'reviewing', share: 0.5 } as const, 500, 10_000, '500 replies, 50 %, 50 a second, about 10 s left'],
  [{ doing: 'reviewing', share: 0.01 } as const, 9, 60_000, '9 replies, 1 %, 0 a second, about 1 h 39 min left'],
  [{ doing: 'reviewing', share: 1 } as const, 9, 9000, '9 replies, 100 %, 1 a second'],
])('%o', (place, rows, ms, says) => {
  expect(sentence(place, rows, ms)).toBe(says);
});
