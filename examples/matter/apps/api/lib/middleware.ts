import { ApiError, errors } from "./errors";
import { limiter } from "./limiter";
import { sessions } from "./sessions";
import { storedResponses } from "./stored-responses";
import { auditTrail } from "./audit-trail";
import { outbox } from "./outbox";

/** Who calls, and what the caller may do. */
export interface Caller {
  readonly workspaceId: string;
  readonly scopes: readonly string[];
}

export type Handler = (request: Request, caller: Caller) => Promise<Response>;
export type Route = (request: Request) => Promise<Response>;

export function withAuth(next: Handler): Route {
  return async (request) => {
    const caller = await sessions.callerOf(request.headers.get("authorization"));
    if (caller === undefined) return errors.reply("unauthenticated");
    try {
      return await next(request, caller);
    } catch (error) {
      if (error instanceof ApiError) return errors.reply(error.code);
      throw error;
    }
  };
}

export function withScope(scope: string, next: Handler): Handler {
  return async (request, caller) =>
    caller.scopes.includes(scope) ? next(request, caller) : errors.reply("scope_missing");
}

export function withRateLimit(routeClass: "read" | "write", next: Handler): Handler {
  return async (request, caller) =>
    (await limiter.take(routeClass, caller.workspaceId)) ? next(request, caller) : errors.reply("rate_limited");
}

export function withIdempotency(next: Handler): Handler {
  return async (request, caller) => {
    const key = request.headers.get("idempotency-key");
    if (key === null) return errors.reply("idempotency_key_missing");
    return storedResponses.once(caller.workspaceId, key, () => next(request, caller));
  };
}

export function withDryRun(next: Handler): Handler {
  return async (request, caller) => {
    const response = await outbox.heldBack(request.headers.get("x-dry-run") === "true", () => next(request, caller));
    return response;
  };
}

export function withAudit(action: string, next: Handler): Handler {
  return async (request, caller) => {
    const response = await next(request, caller);
    await auditTrail.append({ action, workspaceId: caller.workspaceId, status: response.status });
    return response;
  };
}

export function withEvent(event: string, next: Handler): Handler {
  return async (request, caller) => {
    const response = await next(request, caller);
    if (response.ok) await outbox.enqueue(event, caller.workspaceId);
    return response;
  };
}
