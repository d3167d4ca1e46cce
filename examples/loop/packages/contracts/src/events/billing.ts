import { z } from 'zod';

export const invoiceIssuedV1 = z.object({ brand_id: z.string(), invoice_id: z.string(), order_id: z.string() });
export const invoiceVoidedV1 = z.object({ brand_id: z.string(), invoice_id: z.string() });
