import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireScope, SCOPES } from '@platform/scopes';
import type { InvoiceService } from '../services/invoice.service';
import { ErrorSchema, InvoiceChangeSchema, InvoicePageSchema, InvoiceSchema, NewInvoiceSchema } from './invoice.schemas';

const body = (schema: z.ZodTypeAny) => ({ content: { 'application/json': { schema } } });
const notFound = { description: 'No such invoice in this brand', ...body(ErrorSchema) };

export function createInvoiceRoutes(invoices: InvoiceService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/invoices/*', rateLimit('invoices'));

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/invoices',
      operationId: 'listInvoices',
      tags: ['invoices', 'partner'],
      description: "Lists the invoices of the caller's brand, newest first.",
      middleware: [requireScope(SCOPES.READ_INVOICES)],
      responses: { 200: { description: 'A page of invoices', ...body(InvoicePageSchema) } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      return c.json({ items: await invoices.list(auth.brand_id) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/invoices/{id}',
      operationId: 'getInvoice',
      tags: ['invoices', 'partner'],
      description: "Gives one invoice of the caller's brand.",
      middleware: [requireScope(SCOPES.READ_INVOICES)],
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: { description: 'The invoice', ...body(InvoiceSchema) }, 404: notFound },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      const invoice = await invoices.get(auth.brand_id, c.req.valid('param').id);
      if (!invoice) return c.json({ error: 'not_found', message: 'No such invoice in this brand' }, 404);
      return c.json(invoice, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/invoices',
      operationId: 'issueInvoice',
      tags: ['invoices'],
      description: 'Issues the invoice of an order; a second call for the same order answers with the first invoice.',
      middleware: [requireScope(SCOPES.WRITE_INVOICES)],
      request: { body: body(NewInvoiceSchema) },
      responses: {
        201: { description: 'The new invoice', ...body(InvoiceSchema) },
        422: { description: 'The order is not billable', ...body(ErrorSchema) },
      },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'invoice.issued');
      const invoice = await invoices.issue(auth.brand_id, c.req.valid('json'));
      if (!invoice) return c.json({ error: 'not_billable', message: 'The order is not billable' }, 422);
      return c.json(invoice, 201);
    },
  );

  app.openapi(
    createRoute({
      method: 'patch',
      path: '/v1/invoices/{id}',
      operationId: 'changeInvoice',
      tags: ['invoices'],
      description: 'Moves an open invoice to another order of the same customer.',
      middleware: [requireScope(SCOPES.WRITE_INVOICES)],
      request: { params: z.object({ id: z.string() }), body: body(InvoiceChangeSchema) },
      responses: { 200: { description: 'The changed invoice', ...body(InvoiceSchema) }, 404: notFound },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'invoice.changed');
      const invoice = await invoices.change(auth.brand_id, c.req.valid('param').id, c.req.valid('json').orderId);
      if (!invoice) return c.json({ error: 'not_found', message: 'No such invoice in this brand' }, 404);
      return c.json(invoice, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/invoices/{id}',
      operationId: 'voidInvoice',
      tags: ['invoices'],
      description: 'Voids an invoice and keeps its number reserved.',
      middleware: [requireScope(SCOPES.WRITE_INVOICES)],
      request: { params: z.object({ id: z.string() }) },
      responses: { 204: { description: 'The invoice is void' }, 409: { description: 'It was void before', ...body(ErrorSchema) } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'invoice.voided');
      const voided = await invoices.void(auth.brand_id, c.req.valid('param').id);
      if (!voided) return c.json({ error: 'already_void', message: 'It was void before' }, 409);
      return c.body(null, 204);
    },
  );

  return app;
}
