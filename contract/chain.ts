import { canonicalJson } from "./canonical-json";
import type { FrameToGateway } from "./stream";

/**
 * Every frame to a gateway moves the chain on: hash = sha256(previous hash + this text), in hexadecimal. The text is the
 * frame as canonical JSON without its own `hash`, so a frame that carries one proves all that came before it. The first
 * frame of a connection goes on from the hash in the hello, or, when it begins a snapshot, from the hello's nonce.
 */
export function chainText(frame: FrameToGateway): string {
  if (!("hash" in frame)) return canonicalJson(frame);
  return canonicalJson({ ...frame, hash: undefined });
}

/** A chained text as the frame to send. */
export function withHash(text: string, hash: string): string {
  return `${text.slice(0, -1)},"hash":"${hash}"}`;
}
