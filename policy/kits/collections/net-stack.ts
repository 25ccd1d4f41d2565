import type { Type } from "@/policy/expression/types/type";
import { charge } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { modifiedDuringEnumeration } from "./modified";

/** Stack<T>, enumerated from its top. */
export class NetStack extends NetObject {
  readonly element: Type;
  private readonly items: unknown[];
  private version = 0;

  /** The items become the stack's, the last one its top. */
  constructor(element: Type, items: unknown[] = []) {
    super();
    charge(32 + 16 * items.length);
    this.element = element;
    this.items = items;
  }

  override get typeName(): string {
    return "System.Collections.Generic.Stack";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  get count(): number {
    return this.items.length;
  }

  push(item: unknown): void {
    charge(16);
    this.items.push(item);
    this.version++;
  }

  /** undefined where it is empty. */
  peek(): unknown {
    return this.items.at(-1);
  }

  pop(): unknown {
    if (this.items.length === 0) return undefined;
    this.version++;
    return this.items.pop();
  }

  clear(): void {
    this.items.length = 0;
    this.version++;
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    const { version } = this;
    for (let at = this.items.length - 1; ; at--) {
      if (version !== this.version) throw modifiedDuringEnumeration();
      if (at < 0) return;
      yield this.items[at];
    }
  }
}
