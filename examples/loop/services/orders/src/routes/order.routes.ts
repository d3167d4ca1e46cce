import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireScope, SCOPES } from '@platform/scopes';
import type { OrderService } from '../services/order.service';

const NewOrderSchema = z.object({ sku: z.string(), pieces: z.number().int().positive() });
const OrderSchema = NewOrderSchema.extend({ id: z.string() });
const ErrorSchema = z.object({ error: z.string(), message: z.string() });

export function createOrderRoutes(orders: OrderService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/orders/*', rateLimit('orders'));
  app.use('/v1/orders/*', requireScope(SCOPES.WRITE_ORDERS));

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/orders',
      operationId: 'placeOrder',
      tags: ['orders'],
      description: 'Turns the cart of the caller into an order.',
      request: { body: { content: { 'application/json': { schema: NewOrderSchema } } } },
      responses: {
        201: { description: 'The order', content: { 'application/json': { schema: OrderSchema } } },
        422: { description: 'The article is sold out', content: { 'application/json': { schema: ErrorSchema } } },
      },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'order.placed');
      const order = await orders.place(auth.brand_id, c.req.valid('json'));
      if (!order) return c.json({ error: 'sold_out', message: 'The article is sold out' }, 422);
      return c.json(order, 201);
    },
  );

  return app;
}
