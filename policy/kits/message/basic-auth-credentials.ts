import { tickMany } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";

/** What an Authorization header of the scheme Basic says. */
export class BasicAuthCredentials extends NetObject {
  readonly userName: string;
  readonly password: string;

  private constructor(userName: string, password: string) {
    super();
    this.userName = userName;
    this.password = password;
  }

  /** null where it is of another scheme, or malformed. */
  static parse(text: string | null): BasicAuthCredentials | null {
    tickMany((text ?? "").length >> 2);
    const encoded = /^\s*Basic\s+([A-Za-z0-9+/]+={0,2})\s*$/i.exec(text ?? "")?.[1];
    if (encoded === undefined || encoded.length % 4 !== 0) return null;
    const decoded = Buffer.from(encoded, "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    return colon < 0 ? null : new BasicAuthCredentials(decoded.slice(0, colon), decoded.slice(colon + 1));
  }

  override get typeName(): string {
    return "BasicAuthCredentials";
  }
}
