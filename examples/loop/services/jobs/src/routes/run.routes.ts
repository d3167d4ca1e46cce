import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireScope, SCOPES } from '@platform/scopes';
import type { ScheduleService } from '../services/schedule.service';

const RunsSchema = z.array(z.object({ job: z.string(), status: z.number().int() }));

export function createRunRoutes(schedule: ScheduleService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/runs/*', rateLimit('jobs'));
  app.use('/v1/runs/*', requireScope(SCOPES.RUN_JOBS));

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/runs',
      operationId: 'listRuns',
      tags: ['runs'],
      description: 'Lists the newest run of every job.',
      responses: { 200: { description: 'The runs', content: { 'application/json': { schema: RunsSchema } } } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      return c.json(await schedule.runs(auth.brand_id), 200);
    },
  );

  return app;
}
