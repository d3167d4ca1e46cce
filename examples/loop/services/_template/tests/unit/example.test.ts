import { expect, test } from 'vitest';

test('replace me', () => {
  expect(1 + 1).toBe(2);
});
