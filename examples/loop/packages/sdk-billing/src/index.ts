import { request } from './request';

export const billing = {
  listInvoices: (query: { orderId?: string }) => request('GET', '/v1/invoices', query),
  getInvoice: (id: string) => request('GET', `/v1/invoices/${id}`),
};
