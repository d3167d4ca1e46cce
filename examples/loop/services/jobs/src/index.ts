import './telemetry';
import { OpenAPIHono } from '@hono/zod-openapi';
import { connect } from '@platform/db';
import { authenticate, idempotency, requestLog } from '@platform/service';
import { RunRepository } from './db/run.repository';
import { createRunRoutes } from './routes';
import { ScheduleService } from './services';

export const publicPaths = ['/healthz'];

const schedule = new ScheduleService(new RunRepository(connect('jobs')));

const app = new OpenAPIHono();
app.use('*', requestLog('jobs'));
app.use('*', authenticate({ publicPaths }));
app.use('/v1/*', idempotency());
app.get('/healthz', (c) => c.json({ status: 'ok' }, 200));
app.route('/', createRunRoutes(schedule));

export default app;
