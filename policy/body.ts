import type { Body } from "./exchange";

/** A body that a policy or the gateway made: whole and in memory. `content` spares the listener a promise. */
export class BytesBody implements Body {
  readonly kind = "bytes";
  readonly content: Uint8Array;

  constructor(content: Uint8Array) {
    this.content = content;
  }

  get length(): number {
    return this.content.byteLength;
  }

  async bytes(): Promise<Uint8Array> {
    return this.content;
  }
}

const nothing = new Uint8Array(0);

export const emptyBody: Body = { kind: "none", length: 0, bytes: async () => nothing, content: nothing };

const encoder = new TextEncoder();

export function textBody(text: string): Body {
  return text === "" ? emptyBody : new BytesBody(encoder.encode(text));
}
