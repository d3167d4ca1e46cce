export * from './order.service';
