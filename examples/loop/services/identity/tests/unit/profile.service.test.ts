import { expect, it } from 'vitest';
import { ProfileService } from '../../src/services/profile.service';

it('gives the profile of the brand only', async () => {
  const repo = { find: async (brandId: string) => (brandId === 'loop' ? { id: 'p-4', allergies: ['nuts'] } : undefined) };
  expect(await new ProfileService(repo as never).get('loopbio', 'p-4')).toBeUndefined();
});
