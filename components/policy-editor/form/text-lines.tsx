"use client";

import { useLocale, useTranslations } from "use-intl";
import { AddPart } from "./add-part";
import { describeForm, type FormModel, type PartList } from "./describe-form";
import { ElementProblems } from "./element-problems";
import { FieldControl } from "./field-control";
import { inSentence } from "./in-sentence";
import { PartControls } from "./part-controls";
import { useForm } from "./use-form";
import { useHelp } from "./use-help";

/** Whether a part is one text and nothing else, such as <value>. */
export const isText = ({ grammar }: Pick<PartList, "grammar">): boolean =>
  grammar.text !== undefined &&
  grammar.children === undefined &&
  grammar.attributes !== "any" &&
  Object.keys(grammar.attributes).length === 0;

export const isTextList = (part: PartList): boolean => isText(part) && part.definition.max !== 1;

/** Parts that are one text each, a line for each. */
export function TextLines({
  model,
  part,
  policy,
  within,
  label,
  heading = true,
  onAdd,
}: {
  model: FormModel;
  part: PartList;
  policy: string;
  /** Below the policy, the part included. */
  within: string;
  label: string;
  /** Whether the name of what the lines are stands above them. */
  heading?: boolean;
  onAdd(): void;
}) {
  const t = useTranslations("policyForm.parts");
  const { readOnly } = useForm();
  const help = useHelp()(policy, within);
  const locale = useLocale();
  const { definition, items } = part;
  const nameOf = (at: number) => (definition.max === 1 ? label : t("item", { name: label, position: at + 1 }));
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {heading ? (
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="font-strong">{label}</span>
          {label === definition.name ? null : <code className="text-faint text-xs">{definition.name}</code>}
        </div>
      ) : null}
      {items.map((item, at) => {
        const { text } = describeForm(item.element, part.grammar, item.path);
        return text === null ? null : (
          <div key={item.path} data-form-path={item.path} className="flex min-w-0 flex-col gap-1">
            <div className="flex min-w-0 items-start gap-1">
              <div className="min-w-0 flex-1">
                <FieldControl path={item.path} field={text} name={nameOf(at)} help={help.text} />
              </div>
              <PartControls inLine item={item} part={part} parent={model} at={at} label={nameOf(at)} />
            </div>
            <ElementProblems path={item.path} />
          </div>
        );
      })}
      {items.length === 0 && readOnly ? <p className="text-faint">{t("none")}</p> : null}
      {(help.help ?? "") === "" || !heading ? null : <p className="text-muted text-xs">{help.help}</p>}
      {readOnly || !part.mayAdd ? null : <AddPart text={t("add", { name: inSentence(label, locale) })} onAdd={onAdd} />}
    </div>
  );
}
