import { argumentNull } from "@/policy/expression/values/net-exception";
import type { Declaration } from "@/policy/library/declare";
import type { MemberRuntime } from "@/policy/library/implement";
import { typeText } from "@/policy/library/member-key";
import { parseDeclaration } from "@/policy/library/parse-declaration";

/** Parameters that must not be null. */
const needed = /^(System\.Collections\.)?(IEnumerable|IOrderedEnumerable|Func)\b/;

/** Members that throw an ArgumentNullException, named as declared, before they do anything. */
export function guardNulls(
  declaration: Declaration,
  members: Readonly<Record<string, MemberRuntime>>,
): Record<string, MemberRuntime> {
  const guarded: Record<string, MemberRuntime> = { ...members };
  for (const { members: declared } of parseDeclaration(declaration)) {
    for (const member of declared) {
      const runtime = members[member.key];
      if (member.kind !== "method" || runtime === undefined) continue;
      const checks = member.parameters.flatMap(({ type, name }, at) =>
        needed.test(typeText(type)) ? [{ at: at + member.typeParameters.length, name }] : [],
      );
      if (checks.length > 0) guarded[member.key] = guard(runtime, checks);
    }
  }
  return guarded;
}

const guard =
  (runtime: MemberRuntime, checks: readonly { readonly at: number; readonly name: string }[]): MemberRuntime =>
  (...given: unknown[]) => {
    for (const { at, name } of checks) if (given[at] === null) throw argumentNull(name);
    return runtime(...given);
  };
