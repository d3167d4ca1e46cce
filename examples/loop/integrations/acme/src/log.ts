import { pino } from 'pino';

export const log = pino({ name: 'acme', redact: ['authorization', 'token'] });
