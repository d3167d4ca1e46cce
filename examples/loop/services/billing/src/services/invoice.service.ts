import { publishEvent } from '@platform/events';
import type { Database } from '../db/schema';
import { InvoiceRepository } from '../db/invoice.repository';

export class InvoiceService {
  constructor(private readonly db: Database, private readonly invoices: InvoiceRepository) {}

  list(brandId: string) {
    return this.invoices.list(brandId);
  }

  get(brandId: string, id: string) {
    return this.invoices.find(brandId, id);
  }

  issue(brandId: string, input: { orderId: string; cents: number }) {
    return this.db.transaction(async (tx) => {
      const invoice = await this.invoices.insert(tx, brandId, input);
      await publishEvent(tx, 'billing.invoice.issued.v1', { brandId, invoiceId: invoice.id });
      return invoice;
    });
  }

  void(brandId: string, id: string) {
    return this.db.transaction(async (tx) => {
      await this.invoices.markVoid(tx, brandId, id);
      await publishEvent(tx, 'billing.invoice.voided.v1', { brandId, invoiceId: id });
    });
  }
}
