import { expect, it } from 'vitest';
import { OrderService } from '../../src/services/order.service';
import { memoryOrders } from '../support/memory';

it('places an order of the brand', async () => {
  const order = await new OrderService(memoryOrders()).place('loop', { sku: 'cup-3', pieces: 6 });
  expect(order.pieces).toBe(6);
});
