import { and, eq } from 'drizzle-orm';
import { type Database, invoices } from './schema';

export class InvoiceRepository {
  constructor(private readonly db: Database) {}

  list(brandId: string) {
    return this.db.select().from(invoices).where(eq(invoices.brandId, brandId));
  }

  find(brandId: string, id: string) {
    return this.db.select().from(invoices).where(and(eq(invoices.brandId, brandId), eq(invoices.id, id)));
  }

  insert(tx: Database, brandId: string, input: { orderId: string; cents: number }) {
    return tx.insert(invoices).values({ brandId, ...input }).returning();
  }

  markVoid(tx: Database, brandId: string, id: string) {
    return tx.update(invoices).set({ voidedAt: new Date() }).where(and(eq(invoices.brandId, brandId), eq(invoices.id, id)));
  }
}
