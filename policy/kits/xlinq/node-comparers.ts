import { invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { deepEquals, deepHash } from "./deep-equals";
import { documentOrder } from "./navigate";
import type { XNode } from "./xnode";

/** XNodeEqualityComparer */
export class NodeEqualityComparer extends NetObject {
  override get typeName(): string {
    return "System.Xml.Linq.XNodeEqualityComparer";
  }

  equals(a: XNode | null, b: XNode | null): boolean {
    return deepEquals(a, b);
  }

  hashOf(node: XNode | null): number {
    return node === null ? 0 : deepHash(node);
  }
}

/** XNodeDocumentOrderComparer */
export class NodeOrderComparer extends NetObject {
  override get typeName(): string {
    return "System.Xml.Linq.XNodeDocumentOrderComparer";
  }

  compare(a: XNode | null, b: XNode | null): number {
    if (a === null || b === null) return Number(a !== null) - Number(b !== null);
    const order = documentOrder(a, b);
    if (order === null) throw invalidOperation("A common ancestor is missing.");
    return order;
  }
}
