/** Turns bytes into what can be shown, piece by piece: text as long as they are text, Base64 from then on. */
export class ShownChunks {
  #left: Buffer = Buffer.alloc(0);
  #isBinary = false;

  /** null: nothing can be shown before more has come. */
  push(bytes: Buffer): { text: string; encoding: "text" | "base64" } | null {
    const all = this.#left.length === 0 ? bytes : Buffer.concat([this.#left, bytes]);
    this.#left = Buffer.alloc(0);
    if (all.length === 0) return null;
    if (this.#isBinary) return { text: all.toString("base64"), encoding: "base64" };
    const whole = all.subarray(0, all.length - unfinished(all));
    const text = asText(whole);
    if (text === null) {
      this.#isBinary = true;
      return { text: all.toString("base64"), encoding: "base64" };
    }
    this.#left = Buffer.from(all.subarray(whole.length));
    return text === "" ? null : { text, encoding: "text" };
  }

  /** What is left when nothing comes any more: half a character. */
  end(): { text: string; encoding: "base64" } | null {
    const left = this.#left;
    this.#left = Buffer.alloc(0);
    return left.length === 0 ? null : { text: left.toString("base64"), encoding: "base64" };
  }
}

function asText(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** How many bytes at the end begin a character of UTF-8 that goes on. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
