import { invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { xmlOf } from "./write-xml";
import type { XContainer } from "./xcontainer";

/** A node or an attribute. */
export abstract class XObject extends NetObject {
  /** The element or document that it is in. */
  container: XContainer | null = null;

  /** An XmlNodeType. */
  abstract get nodeType(): number;
}

export abstract class XNode extends XObject {
  previous: XNode | null = null;
  next: XNode | null = null;

  abstract clone(depth: number): XNode;

  override toText(): string {
    return xmlOf(this, true);
  }

  remove(): void {
    if (this.container === null) throw missingParent();
    this.container.removeNode(this);
  }
}

export const missingParent = () => invalidOperation("The parent is missing.");
