import { log } from "@/lib/log";
import { Refusal } from "../refusals";

/** A refusal as the doors of identity answer it, in ARM's shape; anything else becomes a 500 that tells nothing. */
export function answerRefusal(error: unknown): Response {
  const refusal = Refusal.is(error)
    ? error
    : new Refusal(500, "InternalServerError", "An unexpected error occurred. The log of the portal has the cause.");
  if (refusal.status === 500) log("identity").error({ err: error }, "a sign-in request failed");
  const { code, message, details } = refusal;
  return Response.json(
    { error: { code, message, details } },
    { status: refusal.status, headers: { "cache-control": "no-store", ...refusal.headers } },
  );
}
