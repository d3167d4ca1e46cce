import { billing } from '@platform/sdk-billing';
import { identity } from '@platform/sdk-identity';
import { jobs } from '@platform/sdk-jobs';
import { orders } from '@platform/sdk-orders';

/** Calls every service once through its SDK; whoever cannot be reached makes the run fail. */
export async function canary(orderId: string, profileId: string): Promise<void> {
  await orders.placeOrder({ sku: 'cup-3', pieces: 1 });
  await billing.listInvoices({ orderId });
  await identity.getProfile(profileId);
  await jobs.listRuns();
}
