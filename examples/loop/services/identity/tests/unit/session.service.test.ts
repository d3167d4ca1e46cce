import { expect, it, vi } from 'vitest';
import { SessionService } from '../../src/services/session.service';

it('forgets an ended session', async () => {
  const repo = { remove: vi.fn() };
  await new SessionService(repo as never).end('loop', 's-88');
  expect(repo.remove).toHaveBeenCalledWith('loop', 's-88');
});
