import { z } from 'zod';

export const userDeletedV1 = z.object({ brand_id: z.string(), user_id: z.string() });
