"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { insert } from "@/policy/xml/edit";
import { childPath } from "@/policy/xml/element-path";
import { Button } from "../../ui/button";
import { Menu, MenuItem } from "../../ui/menu";
import type { FormModel, PartList } from "./describe-form";
import { inSentence } from "./in-sentence";
import { newPart } from "./new-part";
import { PartItems } from "./part-items";
import { isTextList } from "./text-lines";
import { useForm } from "./use-form";
import { useHelp } from "./use-help";

const buttonsUpTo = 2;

/** The parts of an element: those that are there, and what its grammar would still take. */
export function PartsView({ model, policy, within }: { model: FormModel; policy: string; within: string }) {
  const t = useTranslations("policyForm.parts");
  const form = useForm();
  const help = useHelp();
  const locale = useLocale();
  const { path, parts } = model;
  const placeOf = ({ definition }: PartList) => (within === "" ? definition.name : `${within}/${definition.name}`);
  const labelOf = (part: PartList) => help(policy, placeOf(part)).label ?? part.definition.name;
  const add = (part: PartList) => {
    form.change(path, (element, document) => insert(document, element, part.insertAt, newPart(part.definition)));
    form.focusPart(childPath(path, part.definition.name, part.items.length + 1));
  };
  const present = parts.filter((part) => part.items.length > 0 || (isTextList(part) && parts.length === 1));
  const absent = form.readOnly ? [] : parts.filter((part) => part.mayAdd && !present.includes(part));
  // What must be there is never hidden in a menu.
  const inSight = absent.length <= buttonsUpTo ? absent : absent.filter(({ definition }) => definition.min > 0);
  const inMenu = absent.filter((part) => !inSight.includes(part));
  return (
    <>
      {present.map((part) => (
        <PartItems
          key={part.definition.name}
          model={model}
          part={part}
          policy={policy}
          within={placeOf(part)}
          label={labelOf(part)}
          onAdd={() => add(part)}
        />
      ))}
      {absent.length === 0 ? null : (
        <div className="flex flex-wrap gap-2">
          {inSight.map((part) => (
            <Button key={part.definition.name} size="small" className="max-w-full" onClick={() => add(part)}>
              <Plus size={16} aria-hidden className="shrink-0" />
              <span className="truncate">{t("add", { name: inSentence(labelOf(part), locale) })}</span>
            </Button>
          ))}
          {inMenu.length === 0 ? null : (
            <Menu
              align="start"
              trigger={
                <Button size="small">
                  <Plus size={16} aria-hidden />
                  {t("addMore")}
                </Button>
              }
            >
              {inMenu.map((part) => (
                <MenuItem key={part.definition.name} onSelect={() => add(part)}>
                  {labelOf(part)} <code className="ml-1 text-faint text-xs">{part.definition.name}</code>
                </MenuItem>
              ))}
            </Menu>
          )}
        </div>
      )}
    </>
  );
}
