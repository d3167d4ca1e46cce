export const ERROR_CODES = {
  not_found: { status: 404, messageKey: 'errors.not_found' },
  already_void: { status: 409, messageKey: 'errors.already_void' },
  not_billable: { status: 422, messageKey: 'errors.not_billable' },
  sold_out: { status: 422, messageKey: 'errors.sold_out' },
  rate_limited: { status: 429, messageKey: 'errors.rate_limited' },
};
