import type { InvoiceRepository } from '../../src/db/invoice.repository';
import type { StripeClient } from '../../src/clients/stripe';

export const memoryInvoices = (open: string[] = []): InvoiceRepository =>
  ({
    db: () => ({ transaction: async (work: (tx: unknown) => unknown) => work({}) }),
    insert: async (brandId: string, input: object) => ({ id: 'inv-7', brandId, ...input }),
    markVoid: async (_brandId: string, id: string) => (open.includes(id) ? { id } : undefined),
  }) as never;

export const generousBank = (): StripeClient => ({ charge: async () => ({ id: 'ch-3' }), paid: async () => [] }) as never;
