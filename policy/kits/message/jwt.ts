import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { arrayType } from "@/policy/kits/object/array-type";
import { libraryType } from "@/policy/kits/object/library-types";
import { stringArray } from "@/policy/kits/object/new-array";
import { fromEpochMs } from "@/policy/kits/time/from-epoch-ms";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";

/** A JSON Web Token, read but not verified. */
export class Jwt extends NetObject {
  private readonly header: ReadonlyMap<string, unknown>;
  private readonly payload: ReadonlyMap<string, unknown>;

  private constructor(header: ReadonlyMap<string, unknown>, payload: ReadonlyMap<string, unknown>) {
    super();
    this.header = header;
    this.payload = payload;
  }

  /** null where the text is no token; "Bearer" may stand before it. */
  static parse(text: string | null): Jwt | null {
    if (text === null) return null;
    tickMany(text.length >> 1);
    charge(4 * text.length);
    const parts = text
      .trim()
      .replace(/^Bearer\s+/i, "")
      .split(".");
    if (parts.length !== 3 && parts.length !== 5) return null;
    const [header, payload] = parts.map(readPart);
    return header && payload ? new Jwt(header, payload) : null;
  }

  override get typeName(): string {
    return "Jwt";
  }

  /** "alg", "typ" ... of the header. */
  headerText(name: string): string | null {
    return textClaim(this.header.get(name));
  }

  text(name: string): string | null {
    return textClaim(this.payload.get(name));
  }

  /** "exp", "nbf", "iat": seconds since 1970. */
  time(name: string): NetDateTime | null {
    const value = this.payload.get(name);
    return typeof value === "number" && Math.abs(value) < 253_402_300_800 ? fromEpochMs(value * 1000) : null;
  }

  values(name: string): string[] {
    const value = this.payload.get(name);
    return value === undefined || value === null ? [] : claimValues(value);
  }

  get claims(): NetDictionary {
    const text = libraryType("System.String");
    const claims = new NetDictionary(text, arrayType(text));
    for (const [name, value] of this.payload) claims.set(name, stringArray(claimValues(value)));
    return claims;
  }
}

function readPart(part: string): ReadonlyMap<string, unknown> | null {
  if (!/^[A-Za-z0-9_-]+=*$/.test(part)) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(part, "base64url")));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

const textClaim = (value: unknown): string | null => (value === undefined || value === null ? null : claimText(value));
const claimValues = (value: unknown): string[] => (Array.isArray(value) ? value.map(claimText) : [claimText(value)]);

function claimText(value: unknown): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
