import type { Type } from "@/policy/expression/types/type";
import { charge } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { modifiedDuringEnumeration } from "./modified";

/** Queue<T> */
export class NetQueue extends NetObject {
  readonly element: Type;
  private items: unknown[];
  private head = 0;
  private version = 0;

  /** The items become the queue's. */
  constructor(element: Type, items: unknown[] = []) {
    super();
    charge(32 + 16 * items.length);
    this.element = element;
    this.items = items;
  }

  override get typeName(): string {
    return "System.Collections.Generic.Queue";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  get count(): number {
    return this.items.length - this.head;
  }

  enqueue(item: unknown): void {
    charge(16);
    this.items.push(item);
    this.version++;
  }

  /** undefined where it is empty. */
  peek(): unknown {
    return this.items[this.head];
  }

  dequeue(): unknown {
    if (this.count === 0) return undefined;
    const item = this.items[this.head];
    this.items[this.head++] = null;
    this.version++;
    // Moves what is left to the front once half of the list is spent, so that each item moves but once or so.
    if (this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }

  clear(): void {
    this.items = [];
    this.head = 0;
    this.version++;
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    const { version } = this;
    for (let at = 0; ; at++) {
      if (version !== this.version) throw modifiedDuringEnumeration();
      if (at >= this.count) return;
      yield this.items[this.head + at];
    }
  }
}
