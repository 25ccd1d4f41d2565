import { stringArray } from "@/policy/kits/object/new-array";
import { parsePairs } from "./parse-pairs";
import { TextsView } from "./texts-view";

interface Parameter {
  readonly name: string;
  readonly values: string[];
}

type Parameters = ReadonlyMap<string, Parameter>;

/** IUrl.Query: names are found in any case. */
export class QueryView extends TextsView {
  private readonly parameters: Parameters;

  /** `query`: with its question mark, or empty. */
  constructor(query: string) {
    super();
    this.parameters = parametersOf(query);
  }

  get count(): number {
    return this.parameters.size;
  }

  has(name: unknown): boolean {
    return this.parameters.has((name as string).toLowerCase());
  }

  /** The array is new each time, since a policy may write to it. */
  find(name: unknown): unknown {
    const parameter = this.parameters.get((name as string).toLowerCase());
    return parameter === undefined ? undefined : stringArray(parameter.values.slice());
  }

  *entries(): Iterable<readonly [unknown, unknown]> {
    for (const { name, values } of this.parameters.values()) yield [name, stringArray(values.slice())];
  }
}

let lastQuery = "";
let lastParameters: Parameters = new Map();

/** Policies ask for one parameter of a query after another. */
function parametersOf(query: string): Parameters {
  if (query === lastQuery) return lastParameters;
  const parameters = new Map<string, Parameter>();
  for (const [name, value] of parsePairs(query.slice(1))) {
    const key = name.toLowerCase();
    const known = parameters.get(key);
    if (known === undefined) parameters.set(key, { name, values: [value] });
    else known.values.push(value);
  }
  lastQuery = query;
  lastParameters = parameters;
  return parameters;
}
