import { envSchema } from './env.schema';

/** Read when this module is loaded, which is before anything else starts. */
export const env = envSchema.parse(process.env);
