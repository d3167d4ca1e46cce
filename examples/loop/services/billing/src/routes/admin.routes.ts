import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireScope, SCOPES } from '@platform/scopes';
import type { InvoiceService } from '../services/invoice.service';

export function createAdminRoutes(invoices: InvoiceService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/admin/*', rateLimit('admin'));
  app.use('/v1/admin/*', requireScope(SCOPES.RUN_JOBS));

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/admin/reconcile',
      operationId: 'reconcileInvoices',
      tags: ['admin'],
      description: "Compares the bank's report with the open invoices of the caller's brand.",
      responses: { 204: { description: 'All invoices are reconciled' }, 409: { description: 'Another run is under way' } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'invoices.reconciled');
      if (!(await invoices.reconcile(auth.brand_id))) return c.json({ error: 'already_running', message: 'Another run is under way' }, 409);
      return c.body(null, 204);
    },
  );

  return app;
}
