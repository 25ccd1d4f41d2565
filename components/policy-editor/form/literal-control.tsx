"use client";

import { useTranslations } from "use-intl";
import { ChoiceControl } from "./choice-control";
import { commonHeaders, commonStatuses } from "./common-headers";
import type { FormField } from "./describe-form";
import { DurationNote } from "./duration-note";
import type { LiteralControlProps } from "./literal-control-props";
import { ReferenceControl } from "./reference-control";
import { SuggestInput } from "./suggest-input";
import type { Suggestion } from "./suggestions-for";
import { useDurationNote } from "./use-duration-note";
import { useForm } from "./use-form";

/** The control that fits a value's type. */
export function LiteralControl(props: LiteralControlProps) {
  const { field, name, marks, value, onType, onFocus, onBlur } = props;
  const t = useTranslations("policyForm.field");
  const form = useForm();
  const note = useDurationNote()(field) ?? undefined;
  const { control, definition } = field;
  if (control === "enum" || control === "boolean") return <ChoiceControl {...props} />;
  if (control === "reference") return <ReferenceControl {...props} />;
  const unit = control === "seconds" || control === "milliseconds" ? t(control) : undefined;
  const isNumber = unit !== undefined || control === "number" || control === "status-code";
  const placeholder =
    definition.form?.placeholder ??
    ("default" in definition ? definition.default : undefined) ??
    (control === "date-time" ? t("datePlaceholder") : undefined);
  const isLong = control === "lines" || control === "code" || (control === "line" && !isNumber);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <SuggestInput
        {...marks}
        value={value}
        onValue={onType}
        onFocus={onFocus}
        onBlur={onBlur}
        listLabel={t("suggestions", { name })}
        // Labels stand beside most fields; items of a list have theirs here only.
        aria-label={field.kind === "text" ? name : undefined}
        mono={control !== "lines" && control !== "line"}
        multiline={isLong}
        inputMode={isNumber ? "numeric" : undefined}
        unit={unit}
        note={unit === undefined ? undefined : note}
        placeholder={placeholder}
        suggestions={suggestionsOf(field, form.variables)}
      />
      {unit === undefined ? <DurationNote field={field} /> : null}
    </div>
  );
}

const asSuggestions = (names: readonly string[]): Suggestion[] => names.map((value) => ({ value }));
const headers = asSuggestions(commonHeaders);
const statuses = asSuggestions(commonStatuses);

function suggestionsOf({ control }: FormField, variables: readonly string[]): readonly Suggestion[] {
  if (control === "header-name") return headers;
  if (control === "status-code") return statuses;
  return control === "variable" ? asSuggestions(variables) : [];
}
