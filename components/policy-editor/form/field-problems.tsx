"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { valueProblem } from "@/policy/check/check-value";
import type { Severity } from "@/policy/diagnostics";
import type { ElementPath } from "@/policy/xml/element-path";
import { useSaid } from "../../text/use-said";
import type { FormField } from "./describe-form";
import { atAttribute, atText } from "./problems-by-field";
import { useForm } from "./use-form";

export interface FieldProblem {
  severity: Severity;
  message: string;
}

/** What the check says of a field, or, as soon as the field is left, what its own definition says. */
export function useFieldProblems(
  path: ElementPath,
  field: FormField,
  isLeft: boolean,
  isExpression: boolean,
): readonly FieldProblem[] {
  const t = useTranslations("policyForm.field");
  const said = useSaid("diagnostics");
  const { problems } = useForm();
  const found = problems.get(field.kind === "text" ? atText(path) : atAttribute(path, field.name));
  if (found !== undefined) return found;
  if (!isLeft || isExpression || field.value === null || !field.isKnown) return [];
  const mayBeEmpty = "mayBeEmpty" in field.definition && field.definition.mayBeEmpty === true;
  if (field.value === "") {
    return field.required && !mayBeEmpty ? [{ severity: "error", message: t("required") }] : [];
  }
  if (field.value.includes("{{")) return [];
  const message = valueProblem(field.value, field.definition);
  return message === null ? [] : [{ severity: "error", message: said(message) }];
}

export function FieldProblems({ id, problems }: { id: string; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div id={`${id}-error`} className="flex flex-col gap-0.5">
      {[...new Map(problems.map((each) => [each.message, each])).values()].map(({ severity, message }) => (
        <p
          key={message}
          className={`flex items-start gap-1 text-xs ${severity === "error" ? "text-bad" : "text-warn"}`}
        >
          {severity === "error" ? (
            <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />
          ) : (
            <TriangleAlert size={14} aria-hidden className="mt-px shrink-0" />
          )}
          <Message text={message} />
        </p>
      ))}
    </div>
  );
}

const longFrom = 200;

/** A long one, such as every policy that could stand here, shows its beginning first. */
function Message({ text }: { text: string }) {
  const t = useTranslations("policyForm.field");
  const [isWhole, setWhole] = useState(false);
  if (text.length < longFrom) return <span className="min-w-0 break-words">{text}</span>;
  return (
    <span className="min-w-0 break-words">
      <span className={isWhole ? "" : "line-clamp-3"}>{text}</span>
      <button
        type="button"
        aria-expanded={isWhole}
        className="min-h-6 rounded-[3px] font-strong underline underline-offset-2"
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? t("showLess") : t("showAll")}
      </button>
    </span>
  );
}
