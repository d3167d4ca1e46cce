import { BillingService } from "@matter/billing";
import { createClient } from "@matter/database";
import { outbox } from "./outbox";

/** The one place that puts the billing service together. */
export const billing = new BillingService({ prisma: createClient(), emitter: outbox });
