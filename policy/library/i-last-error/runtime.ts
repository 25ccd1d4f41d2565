import type { LastError } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("ILastError", {
  HttpErrorCode: (error: LastError) => error.httpErrorCode ?? 0,
  Message: (error: LastError) => error.message,
  Path: (error: LastError) => error.path,
  PolicyId: (error: LastError) => error.policyId,
  Reason: (error: LastError) => error.reason,
  Scope: (error: LastError) => error.scope,
  Section: (error: LastError) => error.section,
  Source: (error: LastError) => error.source,
});
