import { billing } from "../../../lib/billing";
import { ApiError } from "../../../lib/errors";
import {
  type Caller,
  withAudit,
  withAuth,
  withDryRun,
  withEvent,
  withIdempotency,
  withRateLimit,
  withScope,
} from "../../../lib/middleware";

async function listInvoices(request: Request, caller: Caller): Promise<Response> {
  const limit = Number(new URL(request.url).searchParams.get("limit") ?? "20");
  return Response.json({ invoices: await billing.list(caller.workspaceId, limit) });
}

async function createInvoice(request: Request, caller: Caller): Promise<Response> {
  const { matterId, currency } = await request.json();
  const matter = await billing.matter(caller.workspaceId, matterId);
  if (matter === null) throw new ApiError("matter_not_found");
  const invoice = await billing.draft(matter, currency ?? matter.currency);
  if (invoice === null) throw new ApiError("nothing_to_bill");
  return Response.json(invoice, { status: 201 });
}

export const GET = withAuth(
  withScope("invoices.read", withRateLimit("read", withAudit("invoice.list", listInvoices))),
);

export const POST = withAuth(
  withScope(
    "invoices.write",
    withRateLimit(
      "write",
      withIdempotency(
        withDryRun(withAudit("invoice.create", withEvent("invoice.created", createInvoice))),
      ),
    ),
  ),
);
