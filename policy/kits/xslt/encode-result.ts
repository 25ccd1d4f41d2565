import { outputEncodings } from "@/policy/catalog/xsl-transform/stylesheet-problem";

/** What a result is sent as: in the encoding that its stylesheet asked for, which it also declares. */
export interface EncodedResult {
  readonly bytes: Uint8Array;
  readonly charset: string;
}

export const encodingProblem = (encoding: string): string | null =>
  outputEncodings.includes(encoding)
    ? null
    : `The output encoding '${encoding}' is not available; use one of ${outputEncodings.join(", ")}.`;

export function encodeResult(utf8: Uint8Array, encoding: string | null, method: string | null): EncodedResult {
  if (encoding === null || encoding === "utf-8") return { bytes: utf8, charset: "utf-8" };
  const text = new TextDecoder().decode(utf8);
  if (encoding === "utf-16") return { bytes: Buffer.from(`\ufeff${text}`, "utf16le"), charset: "utf-16" };
  const last = encoding === "us-ascii" ? 0x7f : 0xff;
  let narrow = "";
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code <= last) narrow += char;
    else narrow += method === "text" ? "?" : `&#${code};`;
  }
  return { bytes: Buffer.from(narrow, "latin1"), charset: encoding };
}
