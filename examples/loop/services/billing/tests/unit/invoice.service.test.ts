import { describe, expect, it } from 'vitest';
import { InvoiceService } from '../../src/services/invoice.service';
import { memoryDb, memoryInvoices } from '../support/memory';

describe('issuing an invoice', () => {
  it('keeps the brand of the caller', async () => {
    const service = new InvoiceService(memoryDb(), memoryInvoices());
    const invoice = await service.issue('loopbio', { orderId: 'o-17', cents: 4250 });
    expect(invoice.brandId).toBe('loopbio');
  });

  // TODO cover two invoices for one order
});
