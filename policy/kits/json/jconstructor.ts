import { invalidKey } from "./jarray";
import { JContainer } from "./jcontainer";
import type { JToken } from "./jtoken";
import { TokenType } from "./token-type";

/** new Date(1, 2): a leftover of JavaScript that Newtonsoft reads and writes. */
export class JConstructor extends JContainer {
  name: string | null;

  constructor(name: string | null) {
    super();
    this.name = name;
  }

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JConstructor";
  }

  get type(): number {
    return TokenType.Constructor;
  }

  emptyCopy(): JConstructor {
    return new JConstructor(this.name);
  }

  override deepEquals(other: JToken, depth: number): boolean {
    return other instanceof JConstructor && other.name === this.name && super.deepEquals(other, depth);
  }

  override at(key: unknown): JToken | null {
    if (typeof key === "number") return this.items[key] ?? null;
    throw invalidKey("Accessed JConstructor values with invalid key value", key, "Argument position index expected.");
  }

  override setAt(key: unknown, value: JToken | null): void {
    if (typeof key !== "number")
      throw invalidKey("Set JConstructor values with invalid key value", key, "Argument position index expected.");
    this.setItem(key, value);
  }
}
