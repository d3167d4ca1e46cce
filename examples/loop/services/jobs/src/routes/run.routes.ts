import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { requireScope } from '@platform/auth';
import type { ScheduleService } from '../services/schedule.service';

export const runRoutes = (service: ScheduleService) => {
  const app = new OpenAPIHono();
  app.use('/v1/runs/*', requireScope('jobs.run'));
  app.openapi(createRoute({ method: 'get', path: '/v1/runs', responses: { 200: {} } }), async (c) => c.json(await service.runs()));
  return app;
};
