import { tick } from "@/policy/expression/values/budget";
import { invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { enumerate } from "./enumerate";

/** What GetEnumerator() gives. */
export class NetEnumerator extends NetObject {
  private source: unknown;
  private iterator: Iterator<unknown> | null = null;
  private state: "before" | "within" | "after" = "before";
  private value: unknown = null;

  constructor(source: unknown) {
    super();
    this.source = source;
  }

  override get typeName(): string {
    return "System.Collections.Generic.IEnumerator";
  }

  get current(): unknown {
    if (this.state === "before") throw invalidOperation("Enumeration has not started. Call MoveNext.");
    if (this.state === "after") throw invalidOperation("Enumeration already finished.");
    return this.value;
  }

  moveNext(): boolean {
    tick();
    if (this.state === "after") return false;
    this.iterator ??= enumerate(this.source)[Symbol.iterator]();
    const { done, value } = this.iterator.next();
    this.state = done === true ? "after" : "within";
    this.value = done === true ? null : value;
    return done !== true;
  }

  reset(): void {
    this.iterator = null;
    this.state = "before";
  }

  dispose(): void {
    this.iterator?.return?.();
    this.iterator = null;
    this.state = "after";
  }
}
