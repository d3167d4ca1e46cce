import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { authenticate } from "../middleware/authenticate";

const api = new OpenAPIHono();

const listInvoices = createRoute({
  method: "get",
  path: "/invoices",
  middleware: [authenticate("invoices.read")],
  request: { query: z.object({ page: z.coerce.number().default(1) }) },
  responses: { 200: { description: "A page", content: { "application/json": { schema: z.array(z.string()) } } } },
});

const readInvoice = createRoute({
  method: "get",
  path: "/invoices/{id}",
  middleware: authenticate("invoices.read"),
  request: { params: z.object({ id: z.string().uuid() }) },
  responses: {
    200: { description: "One invoice" },
    404: { description: "No such invoice" },
  },
});

const sendInvoice = createRoute({
  method: "post",
  path: "/invoices/{id}/send",
  request: {
    params: z.object({ id: z.string() }),
    body: { content: { "application/json": { schema: z.object({ to: z.string().email() }) } } },
  },
  responses: { 202: { description: "It will be sent" } },
});

export function registerInvoices(app: OpenAPIHono) {
  app.openapi(listInvoices, (c) => c.json(["a-1", "a-2"], 200));

  app.openapi(readInvoice, async (c) => {
    const { id } = c.req.valid("param");
    return c.json({ id, total: 120 }, 200);
  });

  app.openapi(sendInvoice, async (c) => {
    await queue.add("send", { id: c.req.valid("param").id });
    return c.body(null, 202);
  });
}

registerInvoices(api);

const voidInvoice = createRoute({
  method: "delete",
  path: "/invoices/{id}",
  responses: { 204: { description: "Void" } },
});

api.openapi(voidInvoice, (c) => c.body(null, 204));
