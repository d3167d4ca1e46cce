/** Which operation bears on which control of the SOC 2 report. */
export const controls = {
  createInvoice: "CC6.1",
  draftInvoice: "CC6.1",
} as const;
