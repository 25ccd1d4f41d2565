import { NetObject } from "@/policy/expression/values/net-object";

/** What get-authorization-context has got; the values of claims are boxed. */
export class Authorization extends NetObject {
  readonly accessToken: string;
  readonly claims: ReadonlyMap<string, unknown>;

  constructor(accessToken: string, claims: ReadonlyMap<string, unknown>) {
    super();
    this.accessToken = accessToken;
    this.claims = claims;
  }

  override get typeName(): string {
    return "Authorization";
  }
}
