import { domainToASCII } from "node:url";
import type { Ref } from "@/policy/expression/values/boxed";
import { argumentNull, NetException } from "@/policy/expression/values/net-exception";
import { isLoopback } from "@/policy/kits/net/ip-text";
import { NetUri, uriKinds } from "@/policy/kits/net/net-uri";
import { relativeUri, resolveUri } from "@/policy/kits/net/resolve-uri";
import { escapeData, escapeUri, unescapeData } from "@/policy/kits/net/url-text";
import { stringArray } from "@/policy/kits/object/new-array";
import { implementType } from "../implement";

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}
const equal = (a: NetUri | null, b: NetUri | null): boolean => (a === null ? b === null : a.equalTo(b));

function attempt(make: () => NetUri | string, result: Ref<NetUri | null>): boolean {
  result.value = null;
  try {
    const made = make();
    if (typeof made === "string") return false;
    result.value = made;
    return true;
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    return false;
  }
}

const isWellFormed = (text: string, kind: number): boolean => {
  const read = NetUri.read(text, kind);
  if (typeof read === "string" || /\s|[\\"<>^`{|}]|%(?![0-9A-Fa-f]{2})/.test(text)) return false;
  return !read.isAbsolute || /^[A-Za-z][A-Za-z0-9+.-]*:\/?\/?[^/]/.test(text);
};

export const runtime = implementType("System.Uri", {
  "new(string)": (text: string | null) => NetUri.create(given(text, "uriString"), uriKinds.absolute),
  "new(string, UriKind)": (text: string | null, kind: number) => NetUri.create(given(text, "uriString"), kind),
  "new(Uri, string)": (base: NetUri | null, text: string | null) => resolveUri(given(base, "baseUri"), text ?? ""),
  "new(Uri, Uri)": (base: NetUri | null, other: NetUri | null) =>
    resolveUri(given(base, "baseUri"), given(other, "relativeUri").originalString),
  "EscapeDataString(string)": (text: string | null) => escapeData(given(text, "stringToEscape")),
  "UnescapeDataString(string)": (text: string | null) => unescapeData(given(text, "stringToUnescape")),
  "EscapeUriString(string)": (text: string | null) => escapeUri(given(text, "stringToEscape")),
  "IsWellFormedUriString(string, UriKind)": (text: string | null, kind: number) =>
    text !== null && isWellFormed(text, kind),
  "TryCreate(string, UriKind, out Uri)": (text: string | null, kind: number, result: Ref<NetUri | null>) =>
    text === null ? attempt(() => "", result) : attempt(() => NetUri.read(text, kind), result),
  "TryCreate(Uri, string, out Uri)": (base: NetUri | null, text: string | null, result: Ref<NetUri | null>) =>
    attempt(() => (base === null || !base.isAbsolute ? "" : resolveUri(base, text ?? "")), result),
  "HexEscape(char)": (code: number) => `%${(code & 0xff).toString(16).toUpperCase().padStart(2, "0")}`,
  "IsHexDigit(char)": (code: number) => /[0-9A-Fa-f]/.test(String.fromCharCode(code)),
  "CheckSchemeName(string)": (name: string | null) => name !== null && /^[A-Za-z][A-Za-z0-9+.-]*$/.test(name),
  AbsolutePath: (self: NetUri) => self.absolute.path,
  AbsoluteUri: (self: NetUri) => self.absoluteUri,
  Authority: (self: NetUri) => self.authority,
  DnsSafeHost: (self: NetUri) => self.absolute.host.replace(/^\[|\]$/g, ""),
  Fragment: (self: NetUri) => self.absolute.fragment,
  Host: (self: NetUri) => self.absolute.host,
  // What is no domain name stays as it is.
  IdnHost: ({ absolute: { host } }: NetUri) => (domainToASCII(host) || host).replace(/^\[|\]$/g, ""),
  IsAbsoluteUri: (self: NetUri) => self.isAbsolute,
  IsDefaultPort: (self: NetUri) => self.absolute.isDefaultPort,
  IsFile: (self: NetUri) => self.absolute.scheme === "file",
  IsLoopback: (self: NetUri) => isLoopback(self.absolute.host),
  LocalPath: (self: NetUri) => unescapeData(self.absolute.path),
  OriginalString: (self: NetUri) => self.originalString,
  PathAndQuery: (self: NetUri) => self.absolute.path + self.absolute.query,
  Port: (self: NetUri) => self.absolute.port,
  Query: (self: NetUri) => self.absolute.query,
  Scheme: (self: NetUri) => self.absolute.scheme,
  Segments: (self: NetUri) => stringArray(self.segments),
  UserInfo: (self: NetUri) => self.absolute.userInfo,
  "GetLeftPart(UriPartial)": (self: NetUri, part: number) => self.left(part),
  "IsBaseOf(Uri)": (self: NetUri, uri: NetUri | null) => {
    const base = self.left(2);
    return given(uri, "uri").absoluteUri.startsWith(base.slice(0, base.lastIndexOf("/") + 1));
  },
  "MakeRelativeUri(Uri)": (self: NetUri, uri: NetUri | null) => relativeUri(self, given(uri, "uri")),
  "IsWellFormedOriginalString()": (self: NetUri) => isWellFormed(self.originalString, uriKinds.either),
  "operator ==(Uri, Uri)": equal,
  "operator !=(Uri, Uri)": (a: NetUri | null, b: NetUri | null) => !equal(a, b),
});
