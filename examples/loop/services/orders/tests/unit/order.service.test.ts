import { expect, it } from 'vitest';
import { OrderService } from '../../src/services/order.service';
import { memoryDb } from '../support/memory';

it('places an order of the brand', async () => {
  const order = await new OrderService(memoryDb()).place('loop', { sku: 'cup-3', pieces: 6 });
  expect(order.pieces).toBe(6);
});
