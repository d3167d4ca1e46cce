import { invoiceIssued, invoiceVoided } from './events/billing';

export const registry = {
  'billing.invoice.issued.v1': invoiceIssued,
  'billing.invoice.voided.v1': invoiceVoided,
};
