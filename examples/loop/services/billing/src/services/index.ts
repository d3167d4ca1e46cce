export * from './invoice.service';
