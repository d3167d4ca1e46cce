import { describe, expect, it } from 'vitest';
import { InvoiceService } from '../../src/services/invoice.service';
import { generousBank, memoryInvoices } from '../support/memory';

describe('issuing an invoice', () => {
  it('keeps the brand of the caller', async () => {
    const service = new InvoiceService(memoryInvoices(), generousBank());
    const invoice = await service.issue('loopbio', { orderId: 'o-17', cents: 4250 });
    expect(invoice?.brandId).toBe('loopbio');
  });

  // TODO cover two invoices for one order
});

describe('voiding an invoice', () => {
  it('says so when it was void before', async () => {
    const service = new InvoiceService(memoryInvoices(), generousBank());
    expect(await service.void('loop', 'inv-7')).toBe(false);
  });
});
