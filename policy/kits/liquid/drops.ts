import { liquidLibrary } from "./library";

/** A value whose members templates look up by name; whatever else is on the object they cannot see. */
export interface Members {
  /** undefined: there is no such member. */
  find(name: string): unknown;
  /** What `for` goes through. */
  items?(): Iterable<unknown>;
  /** What it prints as. */
  text?(): string;
}

type DropOf = new (members: Members) => object;
let made: DropOf | null = null;

/** As an object of liquidjs's own kind, whose class is there once the library is. */
export function drop(members: Members): object {
  made ??= makeClass();
  return new made(members);
}

function makeClass(): DropOf {
  const { Drop } = liquidLibrary();
  class MemberDrop extends Drop {
    readonly #members: Members;

    constructor(members: Members) {
      super();
      this.#members = members;
    }

    override liquidMethodMissing(key: string | number): unknown {
      return this.#members.find(String(key));
    }

    *[Symbol.iterator](): Iterator<unknown> {
      yield* this.#members.items?.() ?? [];
    }

    override toString(): string {
      return this.#members.text?.() ?? "";
    }

    equals(other: unknown): boolean {
      return this === other || this.toString() === String(other);
    }

    gt(other: unknown): boolean {
      return this.toString() > String(other);
    }

    geq(other: unknown): boolean {
      return this.toString() >= String(other);
    }

    lt(other: unknown): boolean {
      return this.toString() < String(other);
    }

    leq(other: unknown): boolean {
      return this.toString() <= String(other);
    }
  }
  hideInherited(MemberDrop.prototype);
  return MemberDrop;
}

/** What every object of JavaScript inherits is no member that a template may find. */
function hideInherited(prototype: object): void {
  const own = new Set(Object.getOwnPropertyNames(prototype));
  own.delete("constructor");
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    if (!own.has(name)) Object.defineProperty(prototype, name, { value: undefined });
  }
}

/** An item of a dictionary, as C# shows it. */
export const pairDrop = (key: string, value: unknown): object =>
  drop({
    find: (name) => (name === "Key" || name === "0" ? key : name === "Value" || name === "1" ? value : undefined),
  });

/** Members by name: as written or, where none is written so, without regard to case. Each is made when it is asked for. */
export function namedMembers(members: Readonly<Record<string, () => unknown>>): (name: string) => unknown {
  const byName = new Map(Object.entries(members));
  const byLower = new Map(Object.entries(members).map(([name, make]) => [name.toLowerCase(), make]));
  return (name) => (byName.get(name) ?? byLower.get(name.toLowerCase()))?.();
}
