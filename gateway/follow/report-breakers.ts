import type { BreakerState } from "@/contract/breaker-state";
import type { FrameToPortal } from "@/contract/stream";

const lookMs = 1_000;
/** A portal that was connected to meanwhile knows nothing yet. */
const repeatMs = 15_000;

export interface BreakerReport {
  states(): BreakerState[];
  send(frame: FrameToPortal): void;
}

/** Tells the portal how this node's circuit breakers stand whenever that has changed. Returns what stops it. */
export function reportBreakers({ states, send }: BreakerReport): () => void {
  let told = "[]";
  let toldAt = performance.now();
  const look = () => {
    const breakers = states();
    const text = JSON.stringify(breakers);
    const now = performance.now();
    const again = breakers.length > 0 && now - toldAt >= repeatMs;
    if (text === told && !again) return;
    told = text;
    toldAt = now;
    send({ kind: "breakers", breakers });
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}
