import { compileSections } from "@/gateway/pipeline/pipeline";
import { CompileError } from "@/policy/catalog/compile";
import { effectivePolicy, FragmentMissing } from "@/policy/scopes";
import type { PolicyUnit } from "./policy-unit";
import { ChangeRefused, type Program, type ProgramChange } from "./program";
import { ProgramEdit } from "./program-edit";
import { sourcesOf } from "./sources";

/** The program after a change. It costs what the change touches; a policy that does not run refuses the whole change. */
export function apply(program: Program, change: ProgramChange): Program {
  const edit = new ProgramEdit(program);
  edit.take(change);
  const next = edit.done(change.revision);
  for (const unit of edit.newPolicies) tryOut(unit, next);
  return next;
}

/** By itself: what `<base />` stands for was tried out when it came. */
function tryOut(unit: PolicyUnit, { index }: Program): void {
  try {
    compileSections(effectivePolicy([unit.read(sourcesOf(index))]));
  } catch (error) {
    if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
    throw new ChangeRefused(`The policy ${unit.documentId} cannot be run: ${error.message}`);
  }
}
