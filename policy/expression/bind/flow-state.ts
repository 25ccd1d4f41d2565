import type { Binder } from "./binder";
import type { BoundBlock, BoundExpression, LocalFunctionSymbol, LocalSymbol } from "./bound";
import type { Span } from "./value";

/** Which variables have a value: one bit for each. What cannot be reached has them all. */
export type Assigned = bigint;
export const unreachable: Assigned = -1n;

/** What is known wherever a loop or switch is left by a jump. */
export interface Exits {
  readonly isLoop: boolean;
  breaks: Assigned;
  continues: Assigned;
}

/** Where the analysis stands. */
export class FlowState {
  readonly binder: Binder;
  /** Follows the body of a lambda. */
  readonly follow: (body: BoundBlock | BoundExpression) => void;
  readonly #bits = new Map<LocalSymbol, bigint>();
  now: Assigned = 0n;
  exits: readonly Exits[] = [];
  /** What each local function assigns, so that calling it does. */
  readonly writes = new Map<LocalFunctionSymbol, ReadonlySet<LocalSymbol>>();
  /** Gathers what the local function assigns that is being followed. */
  written: Set<LocalSymbol> | null = null;
  /** Parameters that a local function must assign before it is left. */
  outs: readonly LocalSymbol[] = [];

  constructor(binder: Binder, follow: (flow: FlowState, body: BoundBlock | BoundExpression) => void) {
    this.binder = binder;
    this.follow = (body) => follow(this, body);
  }

  /** All that has been declared so far, as assigned. */
  get everything(): Assigned {
    return (1n << BigInt(this.#bits.size)) - 1n;
  }

  declare(symbol: LocalSymbol): void {
    let bit = this.#bits.get(symbol);
    if (bit === undefined) {
      bit = 1n << BigInt(this.#bits.size);
      this.#bits.set(symbol, bit);
    }
    if (this.now !== unreachable) this.now &= ~bit;
  }

  assign(symbol: LocalSymbol): void {
    this.written?.add(symbol);
    const bit = this.#bits.get(symbol);
    if (bit !== undefined) this.now |= bit;
  }

  isAssigned(symbol: LocalSymbol): boolean {
    const bit = this.#bits.get(symbol);
    return bit === undefined || (this.now & bit) !== 0n;
  }

  /** One report for each path is enough: from there on it counts as assigned. */
  read(symbol: LocalSymbol, at: Span): void {
    if (this.isAssigned(symbol)) return;
    const { name } = symbol;
    if (symbol.isByRef) this.binder.report("CS0269", `Use of unassigned out parameter '${name}'`, at);
    else this.binder.report("CS0165", `Use of unassigned local variable '${name}'`, at);
    this.assign(symbol);
  }

  warnUnreachable(at: Span): void {
    this.binder.report("CS0162", "Unreachable code detected", at, "warning");
  }
}
