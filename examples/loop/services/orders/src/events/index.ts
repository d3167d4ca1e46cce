import { EVENT_NAMES } from '@platform/contracts';
import { subscribe } from '@platform/events';
import { handler as invoiceIssued } from './invoice-issued';

subscribe(EVENT_NAMES.BILLING_INVOICE_ISSUED_V1, invoiceIssued);
