"use client";

import { useLocale, useTranslations } from "use-intl";
import { AddPart } from "./add-part";
import type { FormModel, PartList } from "./describe-form";
import { inSentence } from "./in-sentence";
import { PartBox } from "./part-box";
import { isText, TextLines } from "./text-lines";
import { useForm } from "./use-form";

const openUpTo = 3;

/** The parts of one name: texts as lines, others as boxes. */
export function PartItems({
  model,
  part,
  policy,
  within,
  label,
  onAdd,
}: {
  model: FormModel;
  part: PartList;
  policy: string;
  /** Below the policy, the part included. */
  within: string;
  label: string;
  onAdd(): void;
}) {
  const t = useTranslations("policyForm.parts");
  const { readOnly } = useForm();
  const locale = useLocale();
  const { definition, items } = part;
  if (isText(part)) return <TextLines {...{ model, part, policy, within, label, onAdd }} />;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {items.map((item, at) => (
        <PartBox
          key={item.path}
          item={item}
          part={part}
          parent={model}
          at={at}
          policy={policy}
          within={within}
          label={definition.max === 1 ? label : t("item", { name: label, position: at + 1 })}
          startsOpen={items.length <= openUpTo}
        />
      ))}
      {readOnly || !part.mayAdd || items.length === 0 ? null : (
        <AddPart text={t("add", { name: inSentence(label, locale) })} onAdd={onAdd} />
      )}
    </div>
  );
}
