import { invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import type { JContainer } from "./jcontainer";

/** A node of a JSON tree. What needs to know several kinds of nodes stands in functions beside this file. */
export abstract class JToken extends NetObject {
  parent: JContainer | null = null;
  previous: JToken | null = null;
  next: JToken | null = null;

  /** A JTokenType. */
  abstract get type(): number;
  abstract clone(depth: number): JToken;
  abstract deepEquals(other: JToken, depth: number): boolean;
  abstract deepHash(depth: number): number;

  get hasValues(): boolean {
    return false;
  }

  get first(): JToken | null {
    throw this.noChild("access");
  }

  get last(): JToken | null {
    throw this.noChild("access");
  }

  /** this[object] */
  at(_key: unknown): JToken | null {
    throw this.noChild("access");
  }

  setAt(_key: unknown, _value: JToken | null): void {
    throw this.noChild("set");
  }

  *children(): Iterable<JToken> {}

  [Symbol.iterator](): Iterator<unknown> {
    return this.children()[Symbol.iterator]();
  }

  private noChild(verb: string) {
    return invalidOperation(`Cannot ${verb} child value on ${this.typeName}.`);
  }
}
