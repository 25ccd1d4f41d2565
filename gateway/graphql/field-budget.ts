import type { DocumentNode, FieldNode } from "graphql";
import { measure } from "@/policy/kits/graphql-request/measure";
import { FieldProblem } from "./field-problem";

/** Fields with a policy of their own that one request may resolve, and how many of them at the same time. */
const maxResolved = 5_000;
const maxAtOnce = 100;
/** Objects that were found times the fields that are asked of each. */
const maxReads = 500_000;
const maxNesting = 100;

/** What one request may cost. */
export class FieldBudget {
  readonly #fragments: DocumentNode["definitions"];
  readonly #asked = new WeakMap<FieldNode, number>();
  readonly #waiting: (() => void)[] = [];
  #resolved = 0;
  #running = 0;
  #reads = 0;

  constructor({ definitions }: DocumentNode) {
    this.#fragments = definitions.filter(({ kind }) => kind === "FragmentDefinition");
  }

  /** Runs one field's policy in its turn; throws at once where there were too many. */
  resolve<T>(run: () => Promise<T>): Promise<T> {
    if (++this.#resolved > maxResolved)
      throw new FieldProblem(`One request may resolve at most ${maxResolved} fields.`);
    return this.#inTurn(run);
  }

  async #inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.#running >= maxAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await run();
    } finally {
      // The next one takes the place over.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  /** Before a value is gone through, which nothing can interrupt. */
  spend(value: unknown, nodes: readonly FieldNode[]): void {
    const objects = objectsIn(value);
    for (const node of nodes) this.#reads += objects * this.#askedBy(node);
    if (this.#reads > maxReads) throw new FieldProblem("The data is too much for what is asked of it.");
  }

  #askedBy(node: FieldNode): number {
    const known = this.#asked.get(node);
    if (known !== undefined || node.selectionSet === undefined) return known ?? 1;
    const operation = { kind: "OperationDefinition", operation: "query", selectionSet: node.selectionSet } as never;
    const { fields } = measure({ kind: "Document", definitions: [operation, ...this.#fragments] } as DocumentNode);
    this.#asked.set(node, fields);
    return fields;
  }
}

/** Objects and items of lists, at all levels. */
function objectsIn(value: unknown): number {
  let count = 1;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxNesting) throw new FieldProblem("The data is nested too deeply.");
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      const isList = Array.isArray(each);
      for (const member of isList ? each : Object.values(each)) {
        if (isList || (typeof member === "object" && member !== null)) count++;
        if (typeof member === "object" && member !== null) next.push(member);
      }
    }
    level = next;
  }
  return count;
}
