import type { Type } from "@/policy/expression/types/type";
import { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { libraryType } from "@/policy/kits/object/library-types";

/** A Map of the gateway as IReadOnlyDictionary<string, ...>; values are boxed. */
export class MapView extends DictionaryLike {
  protected readonly map: ReadonlyMap<string, unknown>;
  private readonly type: string;

  constructor(map: ReadonlyMap<string, unknown>, valueType: string) {
    super();
    this.map = map;
    this.type = valueType;
  }

  override get typeName(): string {
    return "System.Collections.Generic.IReadOnlyDictionary";
  }

  get keyType(): Type {
    return libraryType("System.String");
  }

  get valueType(): Type {
    return libraryType(this.type);
  }

  get count(): number {
    return this.map.size;
  }

  has(key: unknown): boolean {
    return this.map.has(key as string);
  }

  find(key: unknown): unknown {
    const value = this.map.get(key as string);
    return value === undefined && this.map.has(key as string) ? null : value;
  }

  entries(): Iterable<readonly [unknown, unknown]> {
    return this.map;
  }
}

/** context.Variables: an unknown name has the value null. */
export class VariablesView extends MapView {
  constructor(map: ReadonlyMap<string, unknown>) {
    super(map, "System.Object");
  }

  override get(key: unknown): unknown {
    return this.map.get(key as string) ?? null;
  }
}
