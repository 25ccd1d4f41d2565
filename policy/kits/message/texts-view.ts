import type { Type } from "@/policy/expression/types/type";
import { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { arrayType } from "@/policy/kits/object/array-type";
import { libraryType } from "@/policy/kits/object/library-types";

/** IReadOnlyDictionary<string, string[]> of what a message says by name. */
export abstract class TextsView extends DictionaryLike {
  override get typeName(): string {
    return "System.Collections.Generic.IReadOnlyDictionary";
  }

  get keyType(): Type {
    return libraryType("System.String");
  }

  get valueType(): Type {
    return arrayType(libraryType("System.String"));
  }
}
