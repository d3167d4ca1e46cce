import { retry } from '@platform/resilience';
import { log } from './log';

export async function pull(token: string, page: number) {
  const answer = await retry(
    () =>
      fetch('https://billing.platform.loop.health/v1/invoices', {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(5000),
      }),
    { attempts: 5, backoff: 'exponential', jitter: true, on: [429, 503] },
  );
  log.info({ page, status: answer.status }, 'pulled invoices');
  return answer.json();
}
