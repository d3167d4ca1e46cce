import { expect, it, vi } from 'vitest';
import { SessionService } from '../../src/services/session.service';

it('forgets an ended session', async () => {
  const store = { remove: vi.fn() };
  await new SessionService(store).end('s-88');
  expect(store.remove).toHaveBeenCalledWith('s-88');
});
