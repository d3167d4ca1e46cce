export { handler as invoiceIssued } from './invoice-issued';
