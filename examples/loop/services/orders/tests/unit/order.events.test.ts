import { EVENT_SCHEMAS } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import { it, vi } from 'vitest';
import { OrderService } from '../../src/services/order.service';
import { memoryOrders } from '../support/memory';

vi.mock('@platform/events', () => ({ publishEvent: vi.fn() }));

it('sends what the schema of a placed order asks for', async () => {
  await new OrderService(memoryOrders()).place('loop', { sku: 'cup-3', pieces: 6 });
  EVENT_SCHEMAS['orders.order.placed.v1'].schema.parse(vi.mocked(publishEvent).mock.calls[0][1]);
});
