import { z } from 'zod';

export const orderPlacedV1 = z.object({ brand_id: z.string(), order_id: z.string(), sku: z.string() });
