import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { textOf } from "@/policy/kits/object/text-of";
import { JContainer } from "./jcontainer";
import type { JToken } from "./jtoken";
import { TokenType } from "./token-type";

export class JArray extends JContainer {
  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JArray";
  }

  get type(): number {
    return TokenType.Array;
  }

  emptyCopy(): JArray {
    return new JArray();
  }

  getItem(index: number): JToken {
    const item = this.items[index];
    if (item === undefined)
      throw argumentOutOfRange(
        "index",
        "Index was out of range. Must be non-negative and less than the size of the collection.",
      );
    return item;
  }

  override at(key: unknown): JToken {
    if (typeof key === "number") return this.getItem(key);
    throw invalidKey("Accessed JArray values with invalid key value", key, "Int32 array index expected.");
  }

  override setAt(key: unknown, value: JToken | null): void {
    if (typeof key !== "number")
      throw invalidKey("Set JArray values with invalid key value", key, "Int32 array index expected.");
    this.setItem(key, value);
  }
}

export const invalidKey = (what: string, key: unknown, expected: string) =>
  argumentException(`${what}: ${typeof key === "string" ? `"${key}"` : textOf(key)}. ${expected}`);
