import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Database, invoices } from './schema';

export class InvoiceRepository {
  constructor(private readonly database: Database) {}

  db() {
    return this.database;
  }

  list(brandId: string) {
    return this.database.select().from(invoices).where(eq(invoices.brandId, brandId));
  }

  open(brandId: string) {
    return this.database.select().from(invoices).where(and(eq(invoices.brandId, brandId), isNull(invoices.voidedAt)));
  }

  async find(brandId: string, id: string) {
    const [invoice] = await this.database
      .select()
      .from(invoices)
      .where(and(eq(invoices.brandId, brandId), eq(invoices.id, id)));
    return invoice;
  }

  async insert(brandId: string, input: { orderId: string; cents: number }, tx: Database) {
    const [invoice] = await tx
      .insert(invoices)
      .values({ id: `inv-${input.orderId}`, brandId, orderId: input.orderId, cents: input.cents })
      .returning();
    return invoice;
  }

  async move(brandId: string, id: string, orderId: string) {
    const [invoice] = await this.database
      .update(invoices)
      .set({ orderId })
      .where(and(eq(invoices.brandId, brandId), eq(invoices.id, id)))
      .returning();
    return invoice;
  }

  async markVoid(brandId: string, id: string, tx: Database) {
    const [invoice] = await tx
      .update(invoices)
      .set({ voidedAt: new Date() })
      .where(and(eq(invoices.brandId, brandId), eq(invoices.id, id), isNull(invoices.voidedAt)))
      .returning();
    return invoice;
  }

  async settle(brandId: string, orderIds: string[]) {
    const settled = await this.database
      .update(invoices)
      .set({ paidAt: new Date() })
      .where(and(eq(invoices.brandId, brandId), inArray(invoices.orderId, orderIds)))
      .returning();
    return settled.length === orderIds.length;
  }
}
