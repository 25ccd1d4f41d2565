import { NetObject } from "@/policy/expression/values/net-object";

/** Windows' names for what OpenSSL calls otherwise. */
const names: ReadonlyMap<string, string> = new Map([
  ["ST", "S"],
  ["emailAddress", "E"],
]);

/** Node lists one relative name per line, as it stands in the encoding; .NET shows the most specific first. */
export function distinguishedName(lines: string): string {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .toReversed()
    .map((line) => {
      const at = line.indexOf("=");
      const name = line.slice(0, at);
      const value = line.slice(at + 1).replace(/\\([^0-9a-fA-F])/g, "$1");
      return `${names.get(name) ?? name}=${/[,+"\\<>;\n]|^[ #]| $/.test(value) ? `"${value.replaceAll('"', '""')}"` : value}`;
    })
    .join(", ");
}

/** System.Security.Cryptography.X509Certificates.X500DistinguishedName */
export class DistinguishedName extends NetObject {
  override readonly typeName = "System.Security.Cryptography.X509Certificates.X500DistinguishedName";
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** System.Security.Cryptography.Oid */
export class OidObject extends NetObject {
  override readonly typeName = "System.Security.Cryptography.Oid";
  readonly value: string | null;
  readonly friendlyName: string | null;

  constructor(value: string | null, friendlyName: string | null) {
    super();
    this.value = value;
    this.friendlyName = friendlyName;
  }
}
