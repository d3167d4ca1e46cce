import fc from "fast-check";
import { describe, test } from "vitest";
import { entriesBilled } from "../harness/saga-property";
import { server } from "../server";

describe("drafts", () => {
  test("createInvoice bills an entry once, whatever the order of the calls", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), async (keys) => {
        for (const key of keys) {
          await server.inject({ method: "POST", url: "/v1/invoices", headers: { "idempotency-key": key } });
        }
        return (await entriesBilled("mat_7")) <= 1;
      }),
      { numRuns: 200 },
    );
  });

  test("draftInvoice bills an entry once, whatever the order of the calls", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 7 }), async (keys) => {
        for (const key of keys) {
          await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { "idempotency-key": key } });
        }
        return (await entriesBilled("mat_3")) <= 1;
      }),
      { numRuns: 150 },
    );
  });
});
