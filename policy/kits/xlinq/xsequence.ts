import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";
import { libraryType } from "@/policy/kits/object/library-types";

type Kind = "XElement" | "XAttribute" | "XNode";

/** A sequence of nodes or attributes that is worked out anew whenever it is gone through. */
export class XSequence extends NetObject {
  private readonly element: Kind | Type;
  private readonly source: () => Iterable<unknown>;

  constructor(source: () => Iterable<unknown>, element: Kind | Type = "XElement") {
    super();
    this.source = source;
    this.element = element;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XSequence";
  }

  override get typeArguments(): readonly Type[] {
    const { element } = this;
    return [typeof element === "string" ? libraryType(`System.Xml.Linq.${element}`) : element];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.source()[Symbol.iterator]();
  }
}
