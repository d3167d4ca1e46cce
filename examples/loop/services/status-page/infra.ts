import { StaticSite } from '@platform/infra';

export const statusPage = () => new StaticSite('status-page', { path: 'services/status-page/public' });
