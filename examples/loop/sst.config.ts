/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    return { name: 'loop', home: 'aws', removal: input.stage === 'prod' ? 'retain' : 'remove' };
  },
  async run() {
    const shared = await import('./infra/shared').then((m) => m.shared());
    const billing = await import('./services/billing/infra').then((m) => m.billing(shared));
    const orders = await import('./services/orders/infra').then((m) => m.orders(shared));
    const identity = await import('./services/identity/infra').then((m) => m.identity(shared));
    const jobs = await import('./services/jobs/infra').then((m) => m.jobs(shared));
    const statusPage = await import('./services/status-page/infra').then((m) => m.statusPage(shared));
    return {
      billingService: billing,
      ordersService: orders,
      identityService: identity,
      jobsService: jobs,
      statusPageService: statusPage,
    };
  },
});
