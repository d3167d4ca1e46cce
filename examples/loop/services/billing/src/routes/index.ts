export { createAdminRoutes } from './admin.routes';
export { createInvoiceRoutes } from './invoice.routes';
