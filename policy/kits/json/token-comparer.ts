import { NetObject } from "@/policy/expression/values/net-object";
import type { JToken } from "./jtoken";

/** JTokenEqualityComparer: equal is what says the same. */
export class TokenComparer extends NetObject {
  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JTokenEqualityComparer";
  }

  equals(a: JToken | null, b: JToken | null): boolean {
    return a === b || (a !== null && b !== null && a.deepEquals(b, 0));
  }

  hashOf(token: JToken | null): number {
    return token === null ? 0 : token.deepHash(0);
  }
}
