"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { insert } from "@/policy/xml/edit";
import { childPath } from "@/policy/xml/element-path";
import { describeForm, type ElementInForm, type FormModel, type PartList } from "./describe-form";
import { ElementProblems } from "./element-problems";
import { newPart } from "./new-part";
import { PartControls } from "./part-controls";
import { RawXmlField } from "./raw-xml-field";
import { isTextList, TextLines } from "./text-lines";
import { useForm } from "./use-form";
import { useHelp } from "./use-help";

/** A part with several fields of its own. */
export function PartBox({
  item,
  part,
  parent,
  at,
  policy,
  within,
  label,
  startsOpen,
}: {
  item: ElementInForm;
  part: PartList;
  parent: FormModel;
  at: number;
  policy: string;
  within: string;
  label: string;
  startsOpen: boolean;
}) {
  const form = useForm();
  const help = useHelp();
  const [isOpen, setOpen] = useState(startsOpen);
  const { grammar, definition } = part;
  const model = describeForm(item.element, grammar, item.path);
  const told = help(policy, within);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  // A mere list shows its lines at once, without saying again what they are.
  const [list, ...others] = model.parts;
  const isList = list !== undefined && others.length === 0 && isTextList(list) && model.inside === null;
  const listLabel = isList ? (help(policy, `${within}/${list.definition.name}`).label ?? list.definition.name) : "";
  return (
    <section aria-label={label} data-form-path={item.path} className="min-w-0 rounded-control border border-line">
      <header className="flex min-h-9 items-center gap-1 pr-0.5 pl-1">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="my-1 flex min-h-7 min-w-0 flex-1 items-center gap-1 rounded-control text-left hover:bg-hover"
        >
          <Chevron size={16} aria-hidden className="shrink-0 text-muted" />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <span className="font-strong">{label}</span>
            {label === definition.name ? null : (
              <code className="wrap-anywhere text-faint text-xs">{definition.name}</code>
            )}
            {isOpen ? null : <span className="truncate font-mono text-muted text-xs">{summaryOf(model)}</span>}
          </span>
        </button>
        <PartControls item={item} part={part} parent={parent} at={at} label={label} />
      </header>
      {isOpen ? (
        <div className="flex min-w-0 flex-col gap-3 border-line border-t p-2.5">
          {told.help === undefined ? null : <p className="text-muted text-xs">{told.help}</p>}
          {grammar.attributes === "any" ? (
            <>
              <ElementProblems path={item.path} />
              <RawXmlField path={item.path} element={item.element} label={label} keepsName />
            </>
          ) : isList ? (
            <>
              {form.draw({ ...model, parts: [] }, policy, within)}
              <TextLines
                model={model}
                part={list}
                policy={policy}
                within={`${within}/${list.definition.name}`}
                label={listLabel}
                heading={false}
                onAdd={() => {
                  form.change(item.path, (element, document) =>
                    insert(document, element, list.insertAt, newPart(list.definition)),
                  );
                  form.focusPart(childPath(item.path, list.definition.name, list.items.length + 1));
                }}
              />
            </>
          ) : (
            form.draw(model, policy, within)
          )}
        </div>
      ) : null}
    </section>
  );
}

/** What tells a closed part from its neighbours. */
const summaryOf = ({ attributes, text }: FormModel): string =>
  attributes.find(({ value }) => value !== null && value !== "")?.value ?? text?.value ?? "";
