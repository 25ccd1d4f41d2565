import { badRequest } from "../refusals";
import type { Preconditions } from "../verbs/preconditions";

/** Quoted base64 of the 8-byte big-endian revision, as Azure's row versions look. */
export function etagOf(revision: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(revision));
  return `"${bytes.toString("base64")}"`;
}

function revisionOf(tag: string): number | null {
  const bytes = Buffer.from(tag, "base64");
  if (bytes.length !== 8 || bytes.toString("base64") !== tag) return null;
  const revision = Number(bytes.readBigUInt64BE());
  return Number.isSafeInteger(revision) ? revision : null;
}

/** RFC 9110 13.1: `*`, or a list of quoted tags. Azure's clients also send a tag without its quotes. */
function parseTags(header: string, value: string | null): "*" | (number | null)[] | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (text === "*" || text === '"*"') return "*";
  const tags = text.split(",").map((part) => part.trim().replace(/^W\//, ""));
  return tags.map((tag) => {
    const bare = /^"([^"]*)"$/.exec(tag)?.[1] ?? (/^[A-Za-z0-9+/=_-]+$/.test(tag) ? tag : null);
    if (bare === null)
      throw badRequest("InvalidHeaderValue", header, `The header ${header} must be * or a list of quoted tags.`);
    return revisionOf(bare);
  });
}

export function preconditionsOf(headers: Headers): Preconditions {
  return {
    match: parseTags("If-Match", headers.get("if-match")),
    noneMatch: parseTags("If-None-Match", headers.get("if-none-match")),
  };
}
