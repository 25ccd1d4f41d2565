import type { ExpressionProblem } from "@/policy/expression/problem";

const most = 20;

/** Gathers what is wrong with one text: in range, not twice at one place, and not more than anyone reads. */
export class Problems {
  readonly list: ExpressionProblem[] = [];
  readonly #length: number;
  readonly #places = new Set<number>();
  #stopped = false;

  constructor(length: number) {
    this.#length = length;
  }

  report(code: string, message: string, start: number, end: number, severity: "error" | "warning" = "error"): void {
    if (this.#stopped || this.list.length >= most || this.#places.has(start)) return;
    if (severity === "error") this.#places.add(start);
    const from = Math.min(Math.max(start, 0), this.#length);
    this.list.push({ code, severity, message, start: from, end: Math.min(Math.max(end, from), this.#length) });
  }

  /** After this nothing more is reported: what follows would only be its echo. */
  stop(): void {
    this.#stopped = true;
  }

  /** In the order of the text. */
  sorted(): ExpressionProblem[] {
    return this.list.sort((a, b) => a.start - b.start);
  }
}
