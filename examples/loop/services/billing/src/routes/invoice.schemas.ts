import { z } from '@hono/zod-openapi';

export const ErrorSchema = z.object({ error: z.string(), message: z.string() });
export const InvoiceSchema = z.object({ id: z.string(), orderId: z.string(), cents: z.number().int() });
export const InvoicePageSchema = z.object({ items: z.array(InvoiceSchema) });
export const NewInvoiceSchema = z.object({ orderId: z.string(), cents: z.number().int().positive() });
export const InvoiceChangeSchema = z.object({ orderId: z.string() });
