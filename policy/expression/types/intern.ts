import { displayAnonymous, displayNamed, fullNameOfAnonymous, fullNameOfNamed } from "./display";
import { remember } from "./remember";
import type { AnonymousType, ArrayType, NamedType, Type } from "./type";
import type { TypeDefinition } from "./type-definition";

interface Branch<T> {
  readonly next: Map<unknown, Branch<T>>;
  value: T | null;
}
const branch = <T>(): Branch<T> => ({ next: new Map(), value: null });

function follow<T>(root: Branch<T>, path: readonly unknown[]): Branch<T> {
  let at = root;
  for (const step of path) at = remember(at.next, step, branch<T>);
  return at;
}

export interface Interned {
  construct(definition: TypeDefinition, arguments_: readonly Type[]): NamedType;
  arrayOf(element: Type): ArrayType;
  anonymous(properties: AnonymousType["properties"]): AnonymousType;
}

/** One object for every type. */
export function internTypes(): Interned {
  const named = new Map<TypeDefinition, Branch<NamedType>>();
  const arrays = new Map<Type, ArrayType>();
  const anonymous = branch<AnonymousType>();

  return {
    construct(definition, arguments_) {
      const at = follow(remember(named, definition, branch<NamedType>), arguments_);
      at.value ??= {
        kind: "named",
        definition,
        arguments: arguments_,
        display: displayNamed(definition, arguments_),
        fullName: fullNameOfNamed(definition, arguments_),
      };
      return at.value;
    },
    arrayOf: (element) =>
      remember(arrays, element, () => ({
        kind: "array",
        element,
        display: `${element.display}[]`,
        fullName: `${element.fullName}[]`,
      })),
    anonymous(properties) {
      const at = follow(
        anonymous,
        properties.flatMap(({ name, type }) => [name, type]),
      );
      at.value ??= {
        kind: "anonymous",
        properties,
        display: displayAnonymous(properties),
        fullName: fullNameOfAnonymous(properties),
      };
      return at.value;
    },
  };
}
