import { EVENT_NAMES } from '@platform/contracts';
import { SCOPES } from '@platform/scopes';

export const WEBHOOK_FILTERS = {
  [EVENT_NAMES.BILLING_INVOICE_ISSUED_V1]: { requiredScope: SCOPES.READ_INVOICES },
  [EVENT_NAMES.BILLING_INVOICE_VOIDED_V1]: { requiredScope: SCOPES.READ_INVOICES },
  [EVENT_NAMES.ORDERS_ORDER_PLACED_V1]: { requiredScope: SCOPES.WRITE_ORDERS },
};
