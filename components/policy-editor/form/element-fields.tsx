"use client";

import { useTranslations } from "use-intl";
import { AttributeChoice } from "./attribute-choice";
import type { FormField, FormModel } from "./describe-form";
import { ElementProblems } from "./element-problems";
import { FieldRow } from "./field-row";
import { InsideList } from "./inside-list";
import { MoreFields } from "./more-fields";
import { PartsView } from "./parts-view";
import { Strangers } from "./strangers";
import { useForm } from "./use-form";
import { useHelp } from "./use-help";
import { useShown } from "./use-shown";

/** All that can be set in one element: attributes, text, parts, and the way to the policies inside. */
export function ElementFields({ model, policy, within }: { model: FormModel; policy: string; within: string }) {
  const t = useTranslations("policyForm");
  const { readOnly } = useForm();
  const help = useHelp()(policy, within);
  const { path, choices } = model;
  const fields = [...neededFirst(model), ...(model.text === null ? [] : [model.text])];
  const { shown, hidden, more, setMore } = useShown(fields, model, readOnly);
  const isThere = (name: string) => model.attributes.some((field) => field.name === name && field.value !== null);
  const row = (field: FormField) => {
    const needed = field.kind === "attribute" ? model.needs.get(field.name) : undefined;
    return (
      <FieldRow
        key={`${field.kind} ${field.name}`}
        path={path}
        field={field}
        help={field.kind === "text" ? help.text : help.attributes?.[field.name]}
        needs={needed === undefined || isThere(needed) ? undefined : needed}
      />
    );
  };
  const draw = (list: readonly FormField[]) =>
    list.map((field) => {
      const choice = field.kind === "text" ? undefined : choices.find((each) => each.attributes.includes(field.name));
      if (choice === undefined) return row(field);
      const [first] = list.filter((each) => choice.attributes.includes(each.name));
      if (first !== field) return null;
      return (
        <AttributeChoice
          key={choice.attributes.join()}
          path={path}
          choice={choice}
          fields={model.attributes.filter((each) => choice.attributes.includes(each.name))}
          help={help}
          row={row}
        />
      );
    });
  const lacking = model.oneNeeded.filter((names) => !names.some(isThere));
  return (
    <div className="flex min-w-0 flex-col gap-4 empty:hidden" data-form-path={path}>
      <ElementProblems path={path} />
      {lacking.map((names) => (
        <p key={names.join()} className="text-muted text-xs">
          {t("choice.oneNeeded", { names: names.map((name) => help.attributes?.[name]?.label ?? name).join(", ") })}
        </p>
      ))}
      {draw(shown)}
      <PartsView model={model} policy={policy} within={within} />
      {model.inside === null ? null : <InsideList path={path} inside={model.inside} />}
      {hidden.length === 0 ? null : (
        <MoreFields fields={hidden} help={help} isOpen={more} onOpen={setMore} draw={draw} />
      )}
      <Strangers path={path} items={model.strangers} />
    </div>
  );
}

/** What must be given stands before what may be. */
function neededFirst({ attributes, choices }: FormModel): FormField[] {
  const isNeeded = ({ name, required }: FormField) =>
    required || choices.some((choice) => choice.required && choice.attributes.includes(name));
  return [...attributes.filter(isNeeded), ...attributes.filter((field) => !isNeeded(field))];
}
