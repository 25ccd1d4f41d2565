import { tickMany } from "@/policy/expression/values/budget";
import { invalidOperation, NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { parseUri, type UriParts } from "./parse-uri";
import { decodeValid } from "./url-text";

export const uriFormatException = (message: string): NetException =>
  new NetException("System.UriFormatException", message);

/** System.UriKind */
export const uriKinds = { either: 0, absolute: 1, relative: 2 } as const;

/** System.Uri */
export class NetUri extends NetObject {
  override readonly typeName = "System.Uri";
  readonly originalString: string;
  /** null for a relative one. */
  private readonly parts: UriParts | null;

  private constructor(original: string, parts: UriParts | null) {
    super();
    this.originalString = original;
    this.parts = parts;
  }

  /** Why the text is no URI of the kind, or the URI. */
  static read(text: string, kind: number): NetUri | string {
    tickMany(1 + text.length);
    const parsed = parseUri(text.trim());
    if (typeof parsed !== "string") {
      return kind === uriKinds.relative
        ? "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI."
        : new NetUri(text, parsed);
    }
    // Without a scheme it may be relative; a malformed absolute one is never.
    const isRelative = !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text.trim());
    return kind !== uriKinds.absolute && isRelative ? new NetUri(text, null) : parsed;
  }

  static create(text: string, kind: number): NetUri {
    const read = NetUri.read(text, kind);
    if (typeof read === "string") throw uriFormatException(read);
    return read;
  }

  get isAbsolute(): boolean {
    return this.parts !== null;
  }

  get absolute(): UriParts {
    if (this.parts === null) throw invalidOperation("This operation is not supported for a relative URI.");
    return this.parts;
  }

  get authority(): string {
    const { host, port, isDefaultPort } = this.absolute;
    return isDefaultPort || port < 0 ? host : `${host}:${port}`;
  }

  get absoluteUri(): string {
    return this.left(3) + this.absolute.fragment;
  }

  /** GetLeftPart: 0 scheme, 1 authority, 2 path, 3 query. */
  left(part: number): string {
    const { scheme, hasAuthority, userInfo, path, query } = this.absolute;
    const start = hasAuthority ? `${scheme}://` : `${scheme}:`;
    if (part === 0) return start;
    const authority = hasAuthority ? `${start}${userInfo === "" ? "" : `${userInfo}@`}${this.authority}` : start;
    if (part === 1) return hasAuthority ? authority : "";
    return authority + path + (part === 3 ? query : "");
  }

  get segments(): string[] {
    return this.absolute.path.match(/[^/]*\/|[^/]+$/g) ?? [];
  }

  /** Escapes that stand for nothing that would be read differently are shown as what they stand for. */
  override toText(): string {
    if (this.parts === null) return this.originalString;
    return this.absoluteUri.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => decodeValid(run, isReadable));
  }
  override equalTo(other: unknown): boolean {
    if (!(other instanceof NetUri)) return false;
    if (this.parts === null || other.parts === null) return this.originalString === other.originalString;
    return this.left(3) === other.left(3);
  }
  override hash(): number {
    return this.originalString.length;
  }
}

const isReadable = (character: string): boolean => !/[\p{Cc}%/?#@:[\]\\!$&'()*+,;=]/u.test(character);
