import type { Local, LocalFunction } from "./local";

export type Named =
  | { readonly kind: "local"; readonly local: Local }
  | { readonly kind: "function"; readonly function: LocalFunction };

/** The names of one block, statement or function. */
export class Scope {
  readonly parent: Scope | null;
  readonly #names = new Map<string, Named>();
  /** Declared further on in this block. */
  readonly #later = new Set<string>();

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  own(name: string): Named | null {
    return this.#names.get(name) ?? null;
  }

  add(name: string, named: Named): void {
    this.#later.delete(name);
    if (!this.#names.has(name)) this.#names.set(name, named);
  }

  expect(name: string): void {
    if (!this.#names.has(name)) this.#later.add(name);
  }

  /** What the name means from here; "later" where it is used before its declaration. */
  find(name: string): Named | "later" | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const named = scope.#names.get(name);
      if (named !== undefined) return named;
      if (scope.#later.has(name)) return "later";
    }
    return null;
  }

  /** All that may be named from here, nearest first. */
  *visible(): Generator<[string, Named]> {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) yield* scope.#names;
  }

  /** Whether a block around this one declares the name, so that it may not be declared again. */
  isTakenAround(name: string): boolean {
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      if (scope.#names.has(name) || scope.#later.has(name)) return true;
    }
    return false;
  }
}
