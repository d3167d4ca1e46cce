/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    return { name: 'loop', home: 'aws', removal: input.stage === 'prod' ? 'retain' : 'remove' };
  },
  async run() {
    const { billing } = await import('./services/billing/infra');
    const { orders } = await import('./services/orders/infra');
    const { identity } = await import('./services/identity/infra');
    const { jobs } = await import('./services/jobs/infra');
    const { statusPage } = await import('./services/status-page/infra');
    return {
      billing: billing().url,
      orders: orders().url,
      identity: identity().url,
      jobs: jobs().url,
      statusPage: statusPage().url,
    };
  },
});
