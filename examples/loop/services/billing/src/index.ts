import './telemetry';
import { OpenAPIHono } from '@hono/zod-openapi';
import { connect } from '@platform/db';
import { authenticate, idempotency, requestLog } from '@platform/service';
import { StripeClient } from './clients/stripe';
import { InvoiceRepository } from './db/invoice.repository';
import { createAdminRoutes, createInvoiceRoutes } from './routes';
import { InvoiceService } from './services';

export const publicPaths = ['/healthz'];

const invoices = new InvoiceService(new InvoiceRepository(connect('billing')), new StripeClient());

const app = new OpenAPIHono();
app.use('*', requestLog('billing'));
app.use('*', authenticate({ publicPaths }));
app.use('/v1/*', idempotency());
app.get('/healthz', (c) => c.json({ status: 'ok' }, 200));
app.route('/', createInvoiceRoutes(invoices));
app.route('/', createAdminRoutes(invoices));

export default app;
