import { createHash, randomBytes } from 'node:crypto';
import { retry } from '@platform/resilience';

export const AUTHORIZATION = {
  response_type: 'code',
  client_id: 'acme',
  scope: 'invoices.read',
  code_challenge_method: 'S256',
};

export function challenge() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export async function refresh(refreshToken: string) {
  const answer = await retry(
    () =>
      fetch('https://identity.platform.loop.health/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'acme' }),
        signal: AbortSignal.timeout(3000),
      }),
    { attempts: 3, backoff: 'exponential', jitter: true, on: [429, 503] },
  );
  return answer.json();
}
