import type { LocalFunction } from "@/policy/expression/bind/local";
import { parseExpression } from "@/policy/expression/syntax/parse";
import type { Expression } from "@/policy/expression/syntax/syntax";
import { extensionsFor } from "@/policy/expression/types/calls";
import { findMember } from "@/policy/expression/types/members";
import type { Type } from "@/policy/expression/types/type";
import type { Field, Method, Property } from "@/policy/expression/types/type-definition";
import { eachExpression, namedAt } from "./find-syntax";
import { isKnown, type Observed, observe } from "./observe";

/** What a name of an expression means. */
export type NameMeaning =
  | { kind: "methods"; methods: readonly Method[]; chosen: boolean }
  | { kind: "property"; property: Property }
  | { kind: "field"; field: Field }
  | { kind: "variable"; name: string; type: Type; role: "local" | "parameter" | "context" }
  | { kind: "function"; function: LocalFunction }
  | { kind: "type"; type: Type }
  | { kind: "namespace"; name: string }
  | { kind: "value"; type: Type };

/** What the name that starts at a place of the code means; null where nothing is known of it. */
export function resolveName(code: string, start: number, name: string): NameMeaning | null {
  const { syntax } = parseExpression(code);
  if (syntax === null) return null;
  const seen = observe(syntax);
  const node = namedAt(syntax, start);
  if (node !== null) {
    const call = callOf(syntax, node);
    const meaning = meaningOf(seen, node, call);
    if (meaning !== null) return meaning;
  }
  const locals = seen.locals.filter((one) => one.start === start && one.name === name);
  const local = locals.find(({ type }) => type !== seen.table.known.error) ?? locals[0];
  if (local !== undefined) return { kind: "variable", name, type: local.type, role: roleOf(local.role) };
  // A type as written: behind "new", in a cast, before a name.
  for (let arity = 0; arity < 4; arity++) {
    const found = node === null ? seen.table.find(name, arity) : null;
    if (found !== null) return { kind: "type", type: found.self };
  }
  return null;
}

const roleOf = (role: string) => (role === "parameter" || role === "context" ? role : "local");

function callOf(root: object, target: Expression): Expression | null {
  let found: Expression | null = null;
  eachExpression(root, (node) => {
    if (node.kind === "call" && node.target === target) found = node;
  });
  return found;
}

function meaningOf(
  { values, table }: Observed,
  node: Extract<Expression, { kind: "name" | "member" }>,
  call: Expression | null,
): NameMeaning | null {
  const called = call === null ? undefined : values.get(call);
  if (called?.kind === "value" && called.node.kind === "call")
    return { kind: "methods", methods: [called.node.method], chosen: true };
  const value = values.get(node);
  switch (value?.kind) {
    case "type":
      return { kind: "type", type: value.type };
    case "namespace":
      return { kind: "namespace", name: value.name };
    case "function":
      return { kind: "function", function: value.function };
    case "methods":
      return { kind: "methods", methods: value.methods, chosen: false };
    case "value": {
      const { node: bound } = value;
      if (bound.kind === "local")
        return { kind: "variable", name: node.name.text, type: bound.type, role: roleOf(bound.symbol.role) };
      if (bound.kind === "property") return { kind: "property", property: bound.property };
      if (bound.kind === "field") return { kind: "field", field: bound.field };
    }
  }
  const receiver = node.kind === "member" ? values.get(node.target) : undefined;
  const from = receiver?.kind === "value" ? receiver.node.type : receiver?.kind === "type" ? receiver.type : null;
  if (from !== null && receiver !== undefined && isKnown(receiver)) {
    const member = findMember(table, from, node.name.text);
    if (member?.kind === "property") return { kind: "property", property: member.property };
    if (member?.kind === "field") return { kind: "field", field: member.field };
    if (member?.kind === "methods") return { kind: "methods", methods: member.methods, chosen: false };
    if (member?.kind === "array-length") return { kind: "value", type: table.known.int };
    if (member?.kind === "anonymous-property") return { kind: "value", type: member.type };
    const methods = extensionsFor(table, from, node.name.text);
    if (methods.length > 0) return { kind: "methods", methods, chosen: false };
  }
  return value?.kind === "value" && isKnown(value) ? { kind: "value", type: value.node.type } : null;
}
