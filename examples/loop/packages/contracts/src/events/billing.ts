import { z } from 'zod';

export const invoiceIssued = z.object({ brandId: z.string(), invoiceId: z.string() });
export const invoiceVoided = z.object({ brandId: z.string(), invoiceId: z.string() });
