import { request } from './request';

export const billing = {
  listInvoices: (query: { orderId?: string }) => request('GET', '/v1/invoices', query),
  issueInvoice: (body: { orderId: string; cents: number }) => request('POST', '/v1/invoices', body),
  getInvoice: (id: string) => request('GET', `/v1/invoices/${id}`),
  changeInvoice: (id: string, body: { orderId: string }) => request('PATCH', `/v1/invoices/${id}`, body),
  voidInvoice: (id: string) => request('DELETE', `/v1/invoices/${id}`),
};
