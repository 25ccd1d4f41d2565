import type { BoundExpression, BoundStatement, LocalFunctionSymbol, LocalSymbol } from "@/policy/expression/bind/bound";
import type { TypeTable } from "@/policy/expression/types/type-table";
import type { Representation } from "./representation";
import type { RuntimeLibrary } from "./runtime-library";

/** How the parts of the emitter call each other without importing each other. */
export interface Dispatch {
  expression(writer: Writer, node: BoundExpression): string;
  effect(writer: Writer, node: BoundExpression): string;
  statements(writer: Writer, list: readonly BoundStatement[]): string;
}

/**
 * What is known while source text is written. Names are made here and nowhere else; a policy's own names and values never
 * become source text, but for its numbers and its strings as JSON.
 */
export class Writer {
  readonly library: RuntimeLibrary;
  readonly table: TypeTable;
  /** What the source text refers to as k0, k1, ... */
  readonly constants: unknown[] = [];
  readonly #dispatch: Dispatch;
  readonly #constantNames = new Map<unknown, string>();
  readonly #tests = new Map<string, string>();
  readonly #names = new Map<LocalSymbol | LocalFunctionSymbol, string>();
  #next = 0;
  /** Variables of the block that is being written. */
  #declared: string[] = [];
  /** The variable of the innermost catch, for `throw;`. */
  caught: string | null = null;
  /** Where `break`, `continue` and `goto case` go. */
  breakLabel = "";
  continueLabel = "";
  gotoCase: { readonly label: string; readonly section: string } | null = null;
  /** How the function being written gives its value. */
  returns: Representation = "boxed";
  /** Placeholders that are known not to be null. */
  readonly nonNull = new Set<LocalSymbol>();

  constructor(library: RuntimeLibrary, dispatch: Dispatch) {
    this.library = library;
    this.table = library.table;
    this.#dispatch = dispatch;
  }

  /** Source text that gives the value raw; it stands on its own among operators and commas. */
  expression(node: BoundExpression): string {
    return this.#dispatch.expression(this, node);
  }

  /** An expression whose value nobody wants. */
  effect(node: BoundExpression): string {
    return this.#dispatch.effect(this, node);
  }

  statements(list: readonly BoundStatement[]): string {
    return this.#dispatch.statements(this, list);
  }

  fresh(prefix: string): string {
    return `${prefix}${this.#next++}`;
  }

  /** A reference to a value or function of ours. */
  constant(value: unknown): string {
    let name = this.#constantNames.get(value);
    if (name === undefined) {
      name = `k${this.constants.length}`;
      this.constants.push(value);
      this.#constantNames.set(value, name);
    }
    return name;
  }

  /** One made once per key, such as the test for a type. */
  made(key: string, subject: object, make: () => unknown): string {
    const full = `${key} ${this.constant(subject)}`;
    let name = this.#tests.get(full);
    name ??= this.constant(make());
    this.#tests.set(full, name);
    return name;
  }

  /** A variable of the current block; its value may be anything before it is first set. */
  temporary(): string {
    const name = this.fresh("t");
    this.#declared.push(name);
    return name;
  }

  /** A local's variable; one first met inside an expression, as of `out var x`, belongs to the current block. */
  nameOf(symbol: LocalSymbol | LocalFunctionSymbol): string {
    let name = this.#names.get(symbol);
    if (name === undefined) {
      name = this.fresh("v");
      this.#names.set(symbol, name);
      this.#declared.push(name);
    }
    return name;
  }

  /** Makes a local known by a name that something else declares. */
  bind(symbol: LocalSymbol | LocalFunctionSymbol, name: string): string {
    this.#names.set(symbol, name);
    return name;
  }

  isBound(symbol: LocalSymbol | LocalFunctionSymbol): boolean {
    return this.#names.has(symbol);
  }

  /** Statements within their own JavaScript block, without its braces. */
  block(write: () => string): string {
    const outer = this.#declared;
    this.#declared = [];
    const code = write();
    const declared = this.#declared;
    this.#declared = outer;
    return declared.length === 0 ? code : `let ${declared.join(",")};${code}`;
  }

  /** A function's body: labels and catches outside are out of reach. */
  functionBody(returns: Representation, write: () => string): string {
    const { caught, breakLabel, continueLabel, gotoCase, returns: outer } = this;
    Object.assign(this, { caught: null, breakLabel: "", continueLabel: "", gotoCase: null, returns });
    const code = this.block(write);
    Object.assign(this, { caught, breakLabel, continueLabel, gotoCase, returns: outer });
    return code;
  }
}

/** A string as source text. JSON leaves two line ends as they are. */
export const quote = (text: string): string =>
  JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
