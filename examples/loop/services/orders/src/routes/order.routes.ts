import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { requireScope } from '@platform/auth';
import type { OrderService } from '../services/order.service';
import { newOrder, order } from './order.schemas';

export const orderRoutes = (service: OrderService) => {
  const app = new OpenAPIHono();
  app.use('/v1/orders/*', requireScope('orders.write'));
  app.openapi(createRoute({ method: 'post', path: '/v1/orders', request: newOrder, responses: { 201: order } }), async (c) =>
    c.json(await service.place(c.get('brandId'), c.req.valid('json')), 201),
  );
  return app;
};
