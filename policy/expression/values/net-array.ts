import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "./net-object";

/** Every array but byte[], which is a Uint8Array. Its items are boxed; their number never changes. */
export class NetArray extends NetObject {
  readonly element: Type;
  readonly items: unknown[];

  constructor(element: Type, items: unknown[]) {
    super();
    this.element = element;
    this.items = items;
  }

  override get typeName(): string {
    return "System.Array";
  }

  override toText(): string {
    return `${this.element.fullName}[]`;
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
