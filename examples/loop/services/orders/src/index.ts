import './telemetry';
import { OpenAPIHono } from '@hono/zod-openapi';
import { connect } from '@platform/db';
import { authenticate, idempotency, requestLog } from '@platform/service';
import { OrderRepository } from './db/order.repository';
import { createOrderRoutes } from './routes';
import { OrderService } from './services';

export const publicPaths = ['/healthz'];

const orders = new OrderService(new OrderRepository(connect('orders')));

const app = new OpenAPIHono();
app.use('*', requestLog('orders'));
app.use('*', authenticate({ publicPaths }));
app.use('/v1/*', idempotency());
app.get('/healthz', (c) => c.json({ status: 'ok' }, 200));
app.route('/', createOrderRoutes(orders));

export default app;
