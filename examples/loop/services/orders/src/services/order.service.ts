import { EVENT_NAMES, validateEvent } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import { billing } from '@platform/sdk-billing';
import type { OrderRepository } from '../db/order.repository';

export class OrderService {
  constructor(private readonly repo: OrderRepository) {}

  place(brandId: string, input: { sku: string; pieces: number }) {
    return this.repo.db().transaction(async (tx) => {
      const order = await this.repo.insert(brandId, input, tx);
      const payload = { brand_id: brandId, order_id: order.id, sku: input.sku };
      validateEvent(EVENT_NAMES.ORDERS_ORDER_PLACED_V1, payload);
      await publishEvent(EVENT_NAMES.ORDERS_ORDER_PLACED_V1, payload, { tx });
      return order;
    });
  }

  dueDate(orderId: string) {
    return billing.listInvoices({ orderId });
  }
}
