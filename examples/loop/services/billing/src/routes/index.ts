import { invoiceRoutes } from './invoice.routes';

export const routes = [invoiceRoutes];
