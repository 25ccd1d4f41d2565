import { type CompileContext, read, required, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

/** Actions that a policy gives to names of their own; undefined where a name has none. */
export type NamedActions = (exchange: Exchange, name: string) => string | undefined;

/** From parts that each bear a name and an action, as <parameter name="id" action="detect" />. */
export function compileNamedActions(parts: readonly PolicyNode[], context: CompileContext): NamedActions {
  const given = parts.map((part): [Value<string>, Value<string>] => [
    required(part, "name", context.text(part, "name")),
    required(part, "action", context.text(part, "action")),
  ]);
  if (given.length === 0) return () => undefined;
  return (exchange, name) => {
    const wanted = name.toLowerCase();
    const found = given.find(([each]) => read(each, exchange).toLowerCase() === wanted);
    return found === undefined ? undefined : read(found[1], exchange);
  };
}
