import { billing } from "../../../../lib/billing";
import { ApiError } from "../../../../lib/errors";
import {
  type Caller,
  withAudit,
  withAuth,
  withDryRun,
  withEvent,
  withIdempotency,
  withRateLimit,
  withScope,
} from "../../../../lib/middleware";

async function draftInvoice(request: Request, caller: Caller): Promise<Response> {
  const { matterId } = await request.json();
  const matter = await billing.matter(caller.workspaceId, matterId);
  if (matter === null) throw new ApiError("matter_not_found");
  const invoice = await billing.draft(matter, matter.currency);
  if (invoice === null) throw new ApiError("nothing_to_bill");
  return Response.json(invoice, { status: 201 });
}

export const POST = withAuth(
  withScope(
    "invoices.write",
    withRateLimit(
      "write",
      withIdempotency(withDryRun(withAudit("invoice.draft", withEvent("invoice.drafted", draftInvoice)))),
    ),
  ),
);
