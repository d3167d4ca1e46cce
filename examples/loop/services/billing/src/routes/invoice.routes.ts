import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { requireScope } from '@platform/auth';
import { InvoiceService } from '../services/invoice.service';
import { invoiceList, invoice, newInvoice } from './invoice.schemas';

export const invoiceRoutes = (service: InvoiceService) => {
  const app = new OpenAPIHono();
  app.use('/v1/invoices/*', requireScope('invoices.read'));
  app.openapi(createRoute({ method: 'get', path: '/v1/invoices', responses: { 200: invoiceList } }), async (c) =>
    c.json(await service.list(c.get('brandId'))),
  );
  app.openapi(createRoute({ method: 'get', path: '/v1/invoices/{id}', responses: { 200: invoice } }), async (c) =>
    c.json(await service.get(c.get('brandId'), c.req.valid('param').id)),
  );
  app.use('/v1/invoices/*', requireScope('invoices.write'));
  app.openapi(
    createRoute({ method: 'post', path: '/v1/invoices', request: newInvoice, responses: { 201: invoice } }),
    async (c) => c.json(await service.issue(c.get('brandId'), c.req.valid('json')), 201),
  );
  app.openapi(createRoute({ method: 'delete', path: '/v1/invoices/{id}', responses: { 204: {} } }), async (c) => {
    await service.void(c.get('brandId'), c.req.valid('param').id);
    return c.body(null, 204);
  });
  return app;
};
