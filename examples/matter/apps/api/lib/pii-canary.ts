/** Fields of answers the canary fills with marked values, which must turn up in no log. */
export const canaryFields = {
  "customer.email": "canary-email",
  "customer.phone": "canary-phone",
} as const;
