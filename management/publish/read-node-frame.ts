import { z } from "zod";
import { maxBreakerStates } from "@/contract/breaker-state";
import type { FrameToPortal } from "@/contract/stream";
import { maxTraceBytes } from "@/contract/trace";

/** A trace is the largest; whatever is longer is not one of ours. */
export const maxNodeFrameBytes = 4 * 1024 * 1024;

const revision = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = z.string().max(128);
const address = z.url({ protocol: /^https?$/ }).max(2_000);
const time = z.number().min(0).max(8.64e15);
const breaker = z.strictObject({
  backendId: z.string().max(200),
  rule: z.string().max(300),
  state: z.enum(["open", "closed"]),
  failures: z.number().int().min(0),
  since: time.nullable(),
  until: time.nullable(),
  lastReason: z.string().max(200).nullable(),
});
const evaluation = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.string().max(100_000), type: z.string().max(1_000).nullable() }),
  z.strictObject({
    ok: z.literal(false),
    problems: z
      .array(
        z.strictObject({
          code: z.string().max(100),
          message: z.string().max(100_000),
          start: z.number().int().min(0).nullable(),
          end: z.number().int().min(0).nullable(),
        }),
      )
      .max(1_000),
  }),
]);
const frames = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hello"),
    node: z.string().regex(/^[\w.:-]{1,100}$/),
    version: z.string().max(100),
    startedAt: z.number().min(0).max(8.64e15),
    revision,
    anchor: hash,
    hash,
    nonce: z.string().min(16).max(128),
    addresses: z.array(address).max(20),
  }),
  z.strictObject({ kind: z.literal("applied"), revision, hash, durationMs: z.number().min(0).max(1e9) }),
  z.strictObject({ kind: z.literal("refused"), revision, reason: z.string().max(10_000) }),
  z.strictObject({
    kind: z.literal("trace"),
    id: z.string().regex(/^[0-9a-f]{32}$/),
    text: z.string().max(maxTraceBytes),
  }),
  z.strictObject({
    kind: z.literal("previewed"),
    draftId: z.string().max(200),
    digest: z.string().max(100),
    problem: z.string().max(20_000).nullable(),
  }),
  z.strictObject({ kind: z.literal("evaluated"), id: z.string().max(100), evaluation }),
  z.strictObject({ kind: z.literal("breakers"), breakers: z.array(breaker).max(maxBreakerStates) }),
]);

/** null for anything that is not of this protocol. */
export function readNodeFrame(data: string): FrameToPortal | null {
  try {
    const parsed = frames.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
