import { z } from 'zod';

/** Everything the service reads from its environment; parsed once, at start. */
export const envSchema = z.object({
  DATABASE_URL: z.string().url(),
  BUS_BROKERS: z.string().min(1),
  CACHE_TTL_SECONDS: z.coerce.number().int().positive().default(30),
  TRACE_ENDPOINT: z.string().url(),
  PORT: z.coerce.number().int().default(8080),
});

export type Env = z.infer<typeof envSchema>;
