import { compileSequence } from "@/gateway/pipeline/compile-context";
import { compileSections } from "@/gateway/pipeline/pipeline";
import { CompileError } from "@/policy/catalog/compile";
import { effectivePolicy, FragmentMissing } from "@/policy/scopes";
import { apiIdOfResolver } from "./entries";
import type { PolicyUnit } from "./policy-unit";
import { ChangeRefused, type Program, type ProgramChange } from "./program";
import { ProgramEdit } from "./program-edit";
import { sourcesOf } from "./sources";

/**
 * The program after a change. It costs what the change touches. A policy document that comes and does not run refuses
 * the whole change. One that was here, and stops running because of a named value or a fragment, lets nothing through
 * from then on, and `onClosed` is told: whoever changes what many policies use must not be stopped by one of them.
 */
export function apply(program: Program, change: ProgramChange, onClosed?: (message: string) => void): Program {
  const edit = new ProgramEdit(program);
  edit.take(change);
  const next = edit.done(change.revision);
  const come = new Set(change.put.map(({ id }) => id));
  for (const unit of edit.newPolicies) {
    const isOwn = come.has(unit.documentId);
    if (!isOwn && onClosed === undefined) continue;
    const problem = whyNotRun(unit, next);
    if (problem === null) continue;
    if (isOwn) throw new ChangeRefused(`The policy ${unit.documentId} cannot be run: ${problem}`);
    onClosed?.(`The policy ${unit.documentId} cannot be run any more, and lets nothing through: ${problem}`);
  }
  return next;
}

/** By itself: what `<base />` stands for was tried out when it came. */
function whyNotRun(unit: PolicyUnit, { index }: Program): string | null {
  try {
    const sources = sourcesOf(index);
    if (apiIdOfResolver(unit.documentId) === null) compileSections(effectivePolicy([unit.read(sources)]));
    else compileSequence(unit.readResolver(sources), "response");
    return null;
  } catch (error) {
    if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
    return withoutSecrets(error.message, index);
  }
}

/** The words quote values, which a secret named value may have brought. */
function withoutSecrets(message: string, { namedValues }: Program["index"]): string {
  let text = message;
  for (const [name, { secret, value }] of namedValues) {
    if (secret && value !== null && value !== "") text = text.replaceAll(value, `{{${name}}}`);
  }
  return text;
}
