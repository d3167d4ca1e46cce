/** Which page the rota opens, by the kind of operation. */
export const runbooks = {
  invoices: "apps/docs/content/docs/runbooks/invoices.mdx",
} as const;
