import type { Body } from "@/policy/exchange";

/** More than is told, so that what is cut off first is no secret's half. */
const maxBytes = 40_000;

interface Captured {
  chunks: Uint8Array[];
  bytes: number;
}
const known = new WeakMap<Body, Captured>();

/** Keeps the beginning of what streams by, for a trace. */
export function capture(body: Body): void {
  if (body.kind !== "stream" || body.tap === undefined || known.has(body)) return;
  const captured: Captured = { chunks: [], bytes: 0 };
  known.set(body, captured);
  body.tap((chunk) => {
    const room = maxBytes - captured.bytes;
    if (chunk === null || room <= 0) return;
    const kept = Uint8Array.from(chunk.subarray(0, room));
    captured.chunks.push(kept);
    captured.bytes += kept.byteLength;
  });
}

/** null: nothing of it has come by. */
export function capturedText(body: Body): string | null {
  const captured = known.get(body);
  return captured === undefined || captured.bytes === 0 ? null : Buffer.concat(captured.chunks).toString("utf8");
}
