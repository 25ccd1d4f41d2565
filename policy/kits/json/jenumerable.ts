import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";
import { libraryType } from "@/policy/kits/object/library-types";

/** A sequence that is worked out anew whenever it is gone through: of tokens, or of what they were converted to. */
export class JEnumerable extends NetObject {
  private readonly element: Type | string;
  private readonly source: () => Iterable<unknown>;

  constructor(source: () => Iterable<unknown>, element: Type | string = "Newtonsoft.Json.Linq.JToken") {
    super();
    this.source = source;
    this.element = element;
  }

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JEnumerable";
  }

  override get typeArguments(): readonly Type[] {
    return [typeof this.element === "string" ? libraryType(this.element) : this.element];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.source()[Symbol.iterator]();
  }
}
