import { describe, expect, test } from "vitest";
import { auditTrail } from "../../lib/audit-trail";
import { outbox } from "../../lib/outbox";
import { server } from "../server";

describe("listInvoices", () => {
  test("[auth] a caller without a session is refused", async () => {
    const response = await server.inject({ method: "GET", url: "/v1/invoices" });
    expect(response.status).toBe(401);
  });

  test("[scope] a session without the scope is refused", async () => {
    const response = await server.inject({ method: "GET", url: "/v1/invoices", headers: { authorization: "Bearer narrow" } });
    expect(response.status).toBe(403);
  });

  test("[audit] the call leaves a line in the trail", async () => {
    await server.inject({ method: "GET", url: "/v1/invoices", headers: { authorization: "Bearer amber" } });
    expect(await auditTrail.last()).toMatchObject({ workspaceId: "ws_amber" });
  });
});

describe("createInvoice", () => {
  test("[auth] a caller without a session is refused", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices", body: { matterId: "mat_7" } });
    expect(response.status).toBe(401);
  });

  test("[scope] a session without the scope is refused", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer narrow", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    expect(response.status).toBe(403);
  });

  test("[audit] the call leaves a line in the trail", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer amber", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    expect(await auditTrail.last()).toMatchObject({ workspaceId: "ws_amber" });
  });

  test("[idempotency] the second call gives the first draft", async () => {
    const first = await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer amber", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    const second = await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer amber", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    expect(await second.json()).toEqual(await first.json());
  });

  test("[dry-run] nothing is sent", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer amber", "x-dry-run": "true", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    expect(outbox.sent()).toEqual([]);
  });

  test("[event] the event of the draft is sent", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices", headers: { authorization: "Bearer amber", "idempotency-key": "key-createInvoice" }, body: { matterId: "mat_7" } });
    expect(outbox.sent()).toHaveLength(1);
  });
});

describe("draftInvoice", () => {
  test("[auth] a caller without a session is refused", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices/draft", body: { matterId: "mat_7" } });
    expect(response.status).toBe(401);
  });

  test("[scope] a session without the scope is refused", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer narrow", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    expect(response.status).toBe(403);
  });

  test("[audit] the call leaves a line in the trail", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer amber", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    expect(await auditTrail.last()).toMatchObject({ workspaceId: "ws_amber" });
  });

  test("[idempotency] the second call gives the first draft", async () => {
    const first = await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer amber", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    const second = await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer amber", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    expect(await second.json()).toEqual(await first.json());
  });

  test("[dry-run] nothing is sent", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer amber", "x-dry-run": "true", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    expect(outbox.sent()).toEqual([]);
  });

  test("[event] the event of the draft is sent", async () => {
    await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { authorization: "Bearer amber", "idempotency-key": "key-draftInvoice" }, body: { matterId: "mat_7" } });
    expect(outbox.sent()).toHaveLength(1);
  });
});
