import { charge } from "@/policy/expression/values/budget";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { invalidKey } from "./jarray";
import { JContainer } from "./jcontainer";
import { JProperty } from "./jproperty";
import type { JToken } from "./jtoken";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";

/** From how many properties on they are found by a map. */
const fewest = 8;

export class JObject extends JContainer {
  /** Of an object with many properties; a few are found sooner without. */
  private byName: Map<string, JProperty> | null = null;

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JObject";
  }

  get type(): number {
    return TokenType.Object;
  }

  emptyCopy(): JObject {
    return new JObject();
  }

  property(name: string | null): JProperty | null {
    if (name === null) return null;
    if (this.byName !== null) return this.byName.get(name) ?? null;
    for (const item of this.items as JProperty[]) if (item.name === name) return item;
    return null;
  }

  get(name: string | null): JToken | null {
    if (name === null) throw argumentNull("propertyName");
    return this.property(name)?.value ?? null;
  }

  set(name: string | null, value: JToken | null): void {
    const property = this.property(name);
    if (property) property.value = value;
    else this.insert(this.items.length, new JProperty(name, value));
  }

  override at(key: unknown): JToken | null {
    if (key === null) throw argumentNull("key");
    if (typeof key === "string") return this.get(key);
    throw invalidKey("Accessed JObject values with invalid key value", key, "Object property name expected.");
  }

  override setAt(key: unknown, value: JToken | null): void {
    if (key === null) throw argumentNull("key");
    if (typeof key !== "string")
      throw invalidKey("Set JObject values with invalid key value", key, "Object property name expected.");
    this.set(key, value);
  }

  override validate(token: JToken, existing: JToken | null): void {
    if (!(token instanceof JProperty)) throw this.cannotAdd(token);
    if (existing instanceof JProperty && existing.name === token.name) return;
    if (this.property(token.name) !== null)
      throw argumentException(
        `Can not add property ${token.name} to ${this.typeName}. Property with the same name already exists on object.`,
      );
  }

  override append(token: JToken): void {
    super.append(token);
    this.index(token);
  }

  override insert(index: number, item: JToken | null): boolean {
    if (item?.type === TokenType.Comment) return false;
    super.insert(index, item);
    if (item !== null) this.index(this.items[index]!);
    return true;
  }

  override removeItemAt(index: number): void {
    const item = this.items[index];
    super.removeItemAt(index);
    if (item instanceof JProperty) this.byName?.delete(item.name);
  }

  override setItem(index: number, item: JToken | null): void {
    const before = this.items[index];
    super.setItem(index, item);
    const after = this.items[index];
    if (before === after) return;
    if (before instanceof JProperty) this.byName?.delete(before.name);
    this.index(after!);
  }

  override clear(): void {
    super.clear();
    this.byName = null;
  }

  /** The order of properties does not matter. */
  override deepEquals(other: JToken, depth: number): boolean {
    guardDepth(depth);
    if (!(other instanceof JObject) || other.items.length !== this.items.length) return false;
    return (this.items as JProperty[]).every(
      ({ name, value }) => other.property(name)?.value.deepEquals(value, depth + 1) === true,
    );
  }

  private index(token: JToken): void {
    if (this.byName === null) {
      if (this.items.length <= fewest) return;
      charge(32 * fewest);
      this.byName = new Map((this.items as JProperty[]).map((item) => [item.name, item]));
    }
    charge(32);
    this.byName.set((token as JProperty).name, token as JProperty);
  }
}
