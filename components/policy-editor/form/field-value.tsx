"use client";

import { useTranslations } from "use-intl";
import { isExpression } from "@/policy/expression/is-expression";
import type { ElementPath } from "@/policy/xml/element-path";
import { ExpressionEditor } from "../code/expression-editor";
import type { FormField } from "./describe-form";
import { DurationNote } from "./duration-note";
import { type FieldProblem, FieldProblems } from "./field-problems";
import type { Help } from "./use-help";

/** A value for those who may only read. */
export function FieldValue({
  path,
  field,
  name,
  help,
  problems,
  id,
}: {
  path: ElementPath;
  field: FormField;
  name: string;
  help?: Help;
  problems: readonly FieldProblem[];
  id: string;
}) {
  const t = useTranslations("policyForm.field");
  const value = field.value ?? "";
  const word = help?.values?.[value];
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {value === "" ? (
        <span className="text-faint">{t("empty")}</span>
      ) : isExpression(value) ? (
        <ExpressionEditor
          readOnly
          id={id}
          value={value}
          label={t("expression", { name })}
          multiline={value.includes("\n")}
          path={path}
          onChange={() => {}}
        />
      ) : value.includes("\n") ? (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable (WCAG 2.1.1)
          tabIndex={0}
          className="max-h-72 overflow-auto whitespace-pre-wrap break-words rounded-control border border-line bg-sunken px-2 py-1.5 text-xs"
        >
          {value}
        </pre>
      ) : (
        <span className="min-w-0 break-words">
          {word === undefined ? null : <>{word} · </>}
          <span className="font-mono">{value}</span>
        </span>
      )}
      <DurationNote field={field} />
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}
