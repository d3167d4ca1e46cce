import { invoiceIssuedV1, invoiceVoidedV1 } from './events/billing';
import { userDeletedV1 } from './events/identity';
import { orderPlacedV1 } from './events/orders';

export const EVENT_SCHEMAS = {
  'billing.invoice.issued.v1': { schema: invoiceIssuedV1, userFacing: true },
  'billing.invoice.voided.v1': { schema: invoiceVoidedV1, userFacing: true },
  'identity.user.deleted.v1': { schema: userDeletedV1, userFacing: false },
  'orders.order.placed.v1': { schema: orderPlacedV1, userFacing: true },
};

export function validateEvent(name: keyof typeof EVENT_SCHEMAS, payload: unknown) {
  return EVENT_SCHEMAS[name].schema.parse(payload);
}
