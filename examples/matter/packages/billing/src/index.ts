export { BillingService } from "./service";
export type { Deps, Invoice, Matter } from "./service";
