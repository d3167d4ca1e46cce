import { EVENT_SCHEMAS } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import { beforeEach, expect, it, vi } from 'vitest';
import { InvoiceService } from '../../src/services/invoice.service';
import { generousBank, memoryInvoices } from '../support/memory';

vi.mock('@platform/events', () => ({ publishEvent: vi.fn() }));
beforeEach(() => vi.mocked(publishEvent).mockClear());

it('sends what the schema of an issued invoice asks for', async () => {
  await new InvoiceService(memoryInvoices(), generousBank()).issue('loopbio', { orderId: 'o-18', cents: 12 });
  const payload = vi.mocked(publishEvent).mock.calls[0][1];
  expect(EVENT_SCHEMAS['billing.invoice.issued.v1'].schema.safeParse(payload).success).toBe(true);
});

it('sends what the schema of a void invoice asks for', async () => {
  await new InvoiceService(memoryInvoices(['inv-8']), generousBank()).void('loop', 'inv-8');
  const payload = vi.mocked(publishEvent).mock.calls[0][1];
  EVENT_SCHEMAS['billing.invoice.voided.v1'].schema.parse(payload);
});
