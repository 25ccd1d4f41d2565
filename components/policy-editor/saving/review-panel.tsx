"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import type { Diagnostic } from "@/policy/diagnostics";
import type { ArmError } from "../../data/arm-error";
import { useFailureText } from "../../resources/failure";
import { Field, fieldIds } from "../../ui/field";
import { TextInput } from "../../ui/text-input";
import type { PolicyTarget } from "../editing";
import { AffectedRoutes } from "./affected-routes";
import { PolicyChanges } from "./policy-changes";
import { type ProblemLine, ProblemLines, refusedLines } from "./problem-lines";

/** What would be published. */
export function ReviewPanel({
  target,
  draft,
  before,
  after,
  problems,
  refusal,
  onGo,
  title,
}: {
  target: PolicyTarget;
  draft: string | null;
  before: string | null;
  after: string;
  /** null: still being checked. */
  problems: readonly Diagnostic[] | null;
  refusal: { error: ArmError; panel: ReactNode } | null;
  onGo: ((line: number, column: number) => void) | null;
  /** null: a draft has a title of its own. */
  title: { value: string; placeholder: string; set(title: string): void } | null;
}) {
  const t = useTranslations("saving.review");
  const id = useId();
  const failureText = useFailureText();
  const errors = linesOf(problems, "error");
  const warnings = linesOf(problems, "warning");
  return (
    <div className="flex flex-col gap-4 pb-1">
      {refusal === null ? null : refusal.error.details.length > 0 && refusal.error.status === 400 ? (
        <ProblemLines
          tone="bad"
          title={t("refused")}
          lines={refusedLines(refusal.error.details, failureText(refusal.error).details)}
          onGo={onGo}
        />
      ) : (
        refusal.panel
      )}
      {errors.length === 0 ? null : (
        <ProblemLines tone="bad" title={t("blocked", { count: errors.length })} lines={errors} onGo={onGo} />
      )}
      <PolicyChanges before={before} after={after} standing={target.standing} />
      {warnings.length === 0 ? null : (
        <ProblemLines tone="warn" title={t("warned", { count: warnings.length })} lines={warnings} onGo={onGo} />
      )}
      {title === null ? null : (
        <Field id={id} label={t("name")} hint={t("nameHint")}>
          <TextInput
            {...fieldIds(id, { hint: true })}
            maxLength={300}
            value={title.value}
            placeholder={title.placeholder}
            onChange={(event) => title.set(event.target.value)}
          />
        </Field>
      )}
      <AffectedRoutes target={target} draft={draft} />
    </div>
  );
}

const linesOf = (problems: readonly Diagnostic[] | null, wanted: Diagnostic["severity"]): ProblemLine[] =>
  (problems ?? [])
    .filter(({ severity }) => severity === wanted)
    .map(({ message, line, column }) => ({ message, place: { line, column } }));
