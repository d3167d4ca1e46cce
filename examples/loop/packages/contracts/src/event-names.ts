export const EVENT_NAMES = {
  BILLING_INVOICE_ISSUED_V1: 'billing.invoice.issued.v1',
  BILLING_INVOICE_VOIDED_V1: 'billing.invoice.voided.v1',
  IDENTITY_USER_DELETED_V1: 'identity.user.deleted.v1',
  ORDERS_ORDER_PLACED_V1: 'orders.order.placed.v1',
} as const;
