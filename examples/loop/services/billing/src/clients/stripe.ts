import { circuitBreaker, retry } from '@platform/resilience';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!, { timeout: 4000 });
const breaker = circuitBreaker('stripe', { timeoutMs: 5000, openAfter: 5, resetAfterMs: 30000 });

export class StripeClient {
  charge(orderId: string, cents: number) {
    return breaker.execute(
      () => retry(() => stripe.charges.create({ amount: cents, currency: 'eur', metadata: { orderId } }, { idempotencyKey: orderId }), {
        attempts: 3,
        backoff: 'exponential',
        jitter: true,
      }),
      () => ({ id: null, metadata: { orderId } }),
    );
  }

  async paid(orderIds: string[]) {
    const charges = await breaker.execute(
      () => stripe.charges.list({ limit: 100 }),
      () => ({ data: [] }),
    );
    return charges.data.filter((charge) => orderIds.includes(charge.metadata.orderId)).map((charge) => charge.metadata.orderId);
  }
}
