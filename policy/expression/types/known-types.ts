import { typeKeywords } from "./keywords";
import type { NamedType, SpecialType } from "./type";
import type { KnownTypes } from "./type-table";

const special = (name: SpecialType["name"], display: string): SpecialType => ({
  kind: "special",
  name,
  display,
  fullName: name === "void" ? "System.Void" : display,
});

const others = { exception: "System.Exception", disposable: "System.IDisposable", array: "System.Array" };

/** Each is looked up when first asked for, as most expressions need few of them. */
export function knownTypes(find: (fullName: string) => NamedType): KnownTypes {
  const known = {
    void: special("void", "void"),
    null: special("null", "<null>"),
    error: special("error", "?"),
  };
  for (const [name, fullName] of [...typeKeywords, ...Object.entries(others)]) {
    Object.defineProperty(known, name, {
      configurable: true,
      get() {
        const value = find(fullName);
        Object.defineProperty(known, name, { value });
        return value;
      },
    });
  }
  return known as KnownTypes;
}
