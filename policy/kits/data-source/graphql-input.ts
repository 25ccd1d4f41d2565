import type { Exchange } from "@/policy/exchange";
import { serialize } from "@/policy/kits/json/from-object";
import { tokenText } from "@/policy/kits/json/write-token";
import { templateValue, type ValueOptions } from "@/policy/kits/liquid/template-value";

/** What a template of a resolver knows as its body: the field's arguments and the object around the field. */
export function graphqlInput({ graphql }: Exchange, options: ValueOptions): object {
  const input: Record<string, unknown> = Object.create(null);
  input.arguments = templateValue(graphql?.arguments ?? null, options);
  input.parent = templateValue(graphql?.parent ?? null, options);
  return input;
}

/** A boxed .NET value as JSON has it. */
export const plainValue = (value: unknown): unknown =>
  value === null || value === undefined ? null : (JSON.parse(tokenText(serialize(value, 0), false)) as unknown);
