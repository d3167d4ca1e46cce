import { publishEvent } from '@platform/events';
import { billing } from '@platform/sdk-billing';
import type { Database } from '../db/schema';

export class OrderService {
  constructor(private readonly db: Database) {}

  place(brandId: string, input: { sku: string; pieces: number }) {
    return this.db.transaction(async (tx) => {
      const order = await tx.insertOrder(brandId, input);
      await publishEvent(tx, 'orders.order.placed.v1', { brandId, orderId: order.id });
      return order;
    });
  }

  dueDate(orderId: string) {
    return billing.listInvoices({ orderId });
  }
}
