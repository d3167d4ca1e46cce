import { and, eq } from 'drizzle-orm';
import { type Database, orders } from './schema';

export class OrderRepository {
  constructor(private readonly database: Database) {}

  db() {
    return this.database;
  }

  async insert(brandId: string, input: { sku: string; pieces: number }, tx: Database) {
    const [order] = await tx
      .insert(orders)
      .values({ id: `o-${input.sku}`, brandId, sku: input.sku, pieces: input.pieces })
      .returning();
    return order;
  }

  async markBilled(brandId: string, id: string, tx: Database) {
    await tx
      .update(orders)
      .set({ billed: true })
      .where(and(eq(orders.brandId, brandId), eq(orders.id, id)));
  }
}
