import { EVENT_NAMES, validateEvent } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import { log, safeView } from '@platform/log';
import type { StripeClient } from '../clients/stripe';
import type { InvoiceRepository } from '../db/invoice.repository';

export class InvoiceService {
  constructor(
    private readonly repo: InvoiceRepository,
    private readonly stripe: StripeClient,
  ) {}

  list(brandId: string) {
    return this.repo.list(brandId);
  }

  get(brandId: string, id: string) {
    return this.repo.find(brandId, id);
  }

  async issue(brandId: string, input: { orderId: string; cents: number }) {
    const charge = await this.stripe.charge(input.orderId, input.cents);
    if (!charge) return undefined;
    return this.repo.db().transaction(async (tx) => {
      const invoice = await this.repo.insert(brandId, input, tx);
      const payload = { brand_id: brandId, invoice_id: invoice.id, order_id: input.orderId };
      validateEvent(EVENT_NAMES.BILLING_INVOICE_ISSUED_V1, payload);
      await publishEvent(EVENT_NAMES.BILLING_INVOICE_ISSUED_V1, payload, { tx });
      log.info({ invoice_id: invoice.id, brand_id: brandId }, 'invoice issued');
      return invoice;
    });
  }

  change(brandId: string, id: string, orderId: string) {
    return this.repo.move(brandId, id, orderId);
  }

  async void(brandId: string, id: string) {
    return this.repo.db().transaction(async (tx) => {
      const invoice = await this.repo.markVoid(brandId, id, tx);
      if (!invoice) return false;
      const payload = { brand_id: brandId, invoice_id: id };
      validateEvent(EVENT_NAMES.BILLING_INVOICE_VOIDED_V1, payload);
      await publishEvent(EVENT_NAMES.BILLING_INVOICE_VOIDED_V1, payload, { tx });
      log.info({ invoice: safeView(invoice) }, 'invoice voided');
      return true;
    });
  }

  async reconcile(brandId: string) {
    const open = await this.repo.open(brandId);
    const paid = await this.stripe.paid(open.map((invoice) => invoice.orderId));
    return this.repo.settle(brandId, paid);
  }
}
