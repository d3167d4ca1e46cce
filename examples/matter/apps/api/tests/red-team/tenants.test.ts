import { describe, expect, test } from "vitest";
import { server } from "../server";
import { sessionOf } from "../session";

describe("tenants", () => {
  test("listInvoices gives a tenant nothing of another", async () => {
    const response = await server.inject({
      method: "GET",
      url: "/v1/invoices",
      headers: { authorization: sessionOf("ws_amber"), "x-workspace": "ws_cobalt" },
    });
    expect((await response.json()).invoices).toEqual([]);
  });

  test("createInvoice bills no matter of another tenant", async () => {
    const response = await server.inject({
      method: "POST",
      url: "/v1/invoices",
      headers: { authorization: sessionOf("ws_amber"), "x-workspace": "ws_cobalt", "idempotency-key": "red-1" },
      body: { matterId: "mat_of_cobalt" },
    });
    expect(response.status).toBe(404);
  });

  test("draftInvoice drafts no invoice of another tenant", async () => {
    const response = await server.inject({
      method: "POST",
      url: "/v1/invoices/draft",
      headers: { authorization: sessionOf("ws_amber"), "x-workspace": "ws_cobalt", "idempotency-key": "red-2" },
      body: { matterId: "mat_of_cobalt" },
    });
    expect(response.status).toBe(403);
  });
});
