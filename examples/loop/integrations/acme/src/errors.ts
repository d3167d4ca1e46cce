export const ERROR_HANDLING = {
  not_found: 'skip',
  already_void: 'skip',
  not_billable: 'report',
  sold_out: 'report',
  rate_limited: 'retry',
};
