import type { ParameterDescription, Resources } from "@/policy/host/resources";
import { checkValue } from "./check-value";
import type { Findings } from "./findings";
import { addValueOutcome, missingValue, unspecifiedValue, type ValueType } from "./value-findings";

/** What came under one name. */
export interface GivenValues {
  readonly name: string;
  readonly values: string[];
}

/** By the name in lower case: neither headers nor parameters are told apart by case. */
export class GivenByName extends Map<string, GivenValues> {
  note(name: string, value: string): void {
    const key = name.toLowerCase();
    const known = this.get(key);
    if (known === undefined) this.set(key, { name, values: [value] });
    else known.values.push(value);
  }
}

export interface ValueActions {
  /** Of what is described. */
  specified(name: string): string;
  /** Of everything else; null: there can be nothing else. */
  unspecified: ((name: string) => string) | null;
}

/** Holds all values of one kind against their descriptions; waits only where one of them has a schema. */
export function checkValues(
  type: ValueType,
  described: readonly ParameterDescription[],
  given: GivenByName,
  actions: ValueActions,
  resources: Resources,
  findings: Findings,
): void | Promise<void> {
  const { specified, unspecified } = actions;
  if (unspecified !== null) {
    const known = new Set(described.map(({ name }) => name.toLowerCase()));
    for (const [key, { name }] of given) {
      if (!known.has(key)) findings.add(unspecifiedValue(type, name), unspecified(name));
    }
  }
  let waiting: Promise<void> | null = null;
  for (const description of described) {
    const { name, required, typeName, schemaId } = description;
    const action = specified(name);
    if (action === "ignore") continue;
    const found = given.get(name.toLowerCase());
    if (found === undefined) {
      if (required) findings.add(missingValue(type, name), action);
      continue;
    }
    const outcome = checkValue(found.values, description, resources);
    const definition = typeName ?? schemaId ?? "";
    if (!(outcome instanceof Promise)) addValueOutcome(outcome, type, name, definition, action, findings);
    else {
      const before: Promise<void> = waiting ?? Promise.resolve();
      waiting = before.then(async () => addValueOutcome(await outcome, type, name, definition, action, findings));
    }
  }
  if (waiting !== null) return waiting;
}
