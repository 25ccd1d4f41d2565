import type { TypeDefinition } from "@/policy/expression/types/type-definition";
import type { Binder } from "./binder";
import type { Span } from "./value";

interface Declared {
  readonly name: string;
  readonly declaring: TypeDefinition;
  readonly beyond: boolean;
}

/** Warns of what works here and Azure refuses. */
export function warnBeyond(binder: Binder, member: Declared, at: Span): void {
  if (!member.beyond) return;
  const what = member.name === "new" ? `new ${member.declaring.name}` : `${member.declaring.name}.${member.name}`;
  binder.report("GH0003", `'${what}' is not available in Azure API Management.`, at, "warning");
}
