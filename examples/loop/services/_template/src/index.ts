import './telemetry';
import { OpenAPIHono } from '@hono/zod-openapi';
import { authenticate, idempotency, requestLog } from '@platform/service';

export const publicPaths = ['/healthz'];

const app = new OpenAPIHono();
app.use('*', requestLog('_template'));
app.use('*', authenticate({ publicPaths }));
app.use('/v1/*', idempotency());
app.get('/healthz', (c) => c.json({ status: 'ok' }, 200));

export default app;
