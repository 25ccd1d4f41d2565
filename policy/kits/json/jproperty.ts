import { argumentNull, NetException } from "@/policy/expression/values/net-exception";
import { JContainer } from "./jcontainer";
import type { JToken } from "./jtoken";
import { newNull } from "./jvalue";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";

/** A name and its value, which is its one child; a property of an array of values is given a JArray. */
export class JProperty extends JContainer {
  readonly name: string;

  constructor(name: string | null, value: JToken | null = null) {
    super();
    if (name === null) throw argumentNull("name");
    this.name = name;
    super.insert(0, value);
  }

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JProperty";
  }

  get type(): number {
    return TokenType.Property;
  }

  /** A JObject gives its properties both as tokens and, to a foreach over it, as pairs: they are the same objects. */
  get key(): string {
    return this.name;
  }

  get value(): JToken {
    return this.items[0] ?? newNull();
  }

  set value(value: JToken | null) {
    this.setItem(0, value);
  }

  emptyCopy(): JProperty {
    return new JProperty(this.name);
  }

  override clone(depth: number): JToken {
    guardDepth(depth);
    return new JProperty(this.name, this.value.clone(depth + 1));
  }

  override deepEquals(other: JToken, depth: number): boolean {
    return other instanceof JProperty && other.name === this.name && super.deepEquals(other, depth);
  }

  override insert(_index: number, _item: JToken | null): boolean {
    throw this.fixed("Newtonsoft.Json.Linq.JProperty cannot have multiple values.");
  }

  override removeItemAt(_index: number): void {
    throw this.fixed("Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.");
  }

  override clear(): void {
    throw this.fixed("Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.");
  }

  private fixed(message: string) {
    return new NetException("Newtonsoft.Json.JsonException", message);
  }
}
