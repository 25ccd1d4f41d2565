import type { LocalFunctionSymbol, LocalSymbol } from "@/policy/expression/bind/bound";
import { Ref } from "@/policy/expression/values/boxed";

type Symbol_ = LocalSymbol | LocalFunctionSymbol;

/** The variables of one run of one block. */
export class Scope {
  readonly #cells = new Map<Symbol_, Ref<unknown>>();
  readonly #outer: Scope | null;

  constructor(outer: Scope | null) {
    this.#outer = outer;
  }

  declare(symbol: Symbol_, value: unknown): void {
    this.#cells.set(symbol, new Ref(value));
  }

  /** An out or ref parameter shares the caller's cell. */
  share(symbol: Symbol_, cell: Ref<unknown>): void {
    this.#cells.set(symbol, cell);
  }

  /** One that no scope around has yet is declared here. */
  cell(symbol: Symbol_): Ref<unknown> {
    const known = this.#find(symbol);
    if (known !== null) return known;
    const made = new Ref<unknown>(null);
    this.#cells.set(symbol, made);
    return made;
  }

  #find(symbol: Symbol_): Ref<unknown> | null {
    const own = this.#cells.get(symbol);
    if (own !== undefined) return own;
    return this.#outer === null ? null : this.#outer.#find(symbol);
  }
}
