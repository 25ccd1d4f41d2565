"use client";

import { SquareFunction } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { isExpression } from "@/policy/expression/is-expression";
import type { ElementPath } from "@/policy/xml/element-path";
import { classNames } from "../../ui/class-names";
import { fieldIds } from "../../ui/field";
import { Tooltip } from "../../ui/tooltip";
import { ExpressionEditor } from "../code/expression-editor";
import type { FormField } from "./describe-form";
import { FieldProblems, useFieldProblems } from "./field-problems";
import { FieldValue } from "./field-value";
import { asExpression, asLiteral } from "./literal-and-expression";
import { LiteralControl } from "./literal-control";
import { sameContent } from "./text-content";
import { useDraft } from "./use-draft";
import { useForm } from "./use-form";
import type { Help } from "./use-help";
import { emptied, writeField } from "./write-field";

type Mode = "literal" | "expression";

/** The control of one value, the switch between a plain value and an expression, and what is wrong with it. */
export function FieldControl({
  path,
  field,
  name,
  help,
  hint,
  id,
}: {
  path: ElementPath;
  field: FormField;
  /** What people call it. */
  name: string;
  help?: Help;
  /** Whether a hint with the field's id stands below. */
  hint?: boolean;
  id?: string;
}) {
  const t = useTranslations("policyForm.field");
  const form = useForm();
  const made = useId();
  const own = id ?? made;
  const value = field.value ?? "";
  // While somebody types, what begins to look like an expression does not swap the control under the caret.
  const [held, setHeld] = useState<Mode | null>(null);
  const [remembered, setRemembered] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const prefersCode = field.control === "boolean" && field.definition.form?.control === "code";
  const usual: Mode = isExpression(value) || (prefersCode && value === "") ? "expression" : "literal";
  const mode = held ?? usual;
  const problems = useFieldProblems(path, field, isLeft, mode === "expression");
  const write = (text: string) => form.type(path, field, text === "" ? emptied(field) : text);
  const draft = useDraft(value, write, field.kind === "text" ? sameContent : Object.is);
  const ids = fieldIds(own, { hint, error: problems.length > 0, required: field.required });
  const isBad = problems.some(({ severity }) => severity === "error");
  const marks = { ...ids, "aria-invalid": isBad ? (true as const) : undefined };
  if (form.readOnly) return <FieldValue {...{ path, field, name, help, problems }} id={own} />;

  const swap = () => {
    const next: Mode = mode === "literal" ? "expression" : "literal";
    const written =
      next === "expression" ? (remembered ?? asExpression(value, field.definition.type)) : asLiteral(value);
    setRemembered(value === "" ? null : value);
    setHeld(next === "expression" && (written ?? "") === "" ? "expression" : null);
    if (next === "literal" && prefersCode) setHeld("literal");
    draft.leave();
    if ((written ?? "") !== value) {
      form.change(path, (element) => writeField(element, field, (written ?? "") === "" ? emptied(field) : written));
    }
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex min-w-0 items-start gap-1">
        {mode === "expression" ? (
          <div className="min-w-0 flex-1">
            <ExpressionEditor
              id={own}
              value={draft.shown}
              label={t("expression", { name })}
              describedBy={marks["aria-describedby"]}
              invalid={isBad}
              multiline={field.kind === "text" || value.includes("\n") || value.startsWith("@{")}
              path={path}
              onBlur={() => {
                draft.leave();
                setLeft(true);
              }}
              onChange={(text) => {
                setHeld("expression");
                draft.type(text);
              }}
            />
          </div>
        ) : (
          <LiteralControl
            field={field}
            name={name}
            help={help}
            marks={marks}
            value={draft.shown}
            onType={draft.type}
            onChoose={(chosen) => form.change(path, (element) => writeField(element, field, chosen))}
            onFocus={() => setHeld("literal")}
            onBlur={() => {
              draft.leave();
              setLeft(true);
              if (!prefersCode) setHeld(null);
            }}
          />
        )}
        {field.definition.expressions ? (
          <Tooltip text={mode === "expression" ? t("useLiteral", { name }) : t("useExpression", { name })}>
            <button
              type="button"
              aria-pressed={mode === "expression"}
              aria-label={t("useExpression", { name })}
              onClick={swap}
              className={classNames(
                "inline-flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-hover",
                mode === "expression" ? "bg-selected text-accent" : "text-faint hover:text-text",
              )}
            >
              <SquareFunction size={16} aria-hidden />
            </button>
          </Tooltip>
        ) : null}
      </div>
      <FieldProblems id={own} problems={problems} />
    </div>
  );
}
