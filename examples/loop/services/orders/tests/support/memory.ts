import type { OrderRepository } from '../../src/db/order.repository';

export const memoryOrders = (): OrderRepository =>
  ({
    db: () => ({ transaction: async (work: (tx: unknown) => unknown) => work({}) }),
    insert: async (brandId: string, input: object) => ({ id: 'o-5', brandId, ...input }),
  }) as never;
