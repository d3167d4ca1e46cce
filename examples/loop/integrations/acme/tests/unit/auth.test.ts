import { describe, expect, it } from 'vitest';
import { challenge, refresh } from '../../src/auth';

describe('the tokens of the integration', () => {
  it('are renewed when they have expired', async () => {
    const answer = await refresh('expired-by-the-clock');
    expect(answer.access_token).toBe('token-2');
  });

  it('are asked for with a fresh verifier', () => {
    expect(challenge().verifier).not.toBe(challenge().verifier);
  });
});
