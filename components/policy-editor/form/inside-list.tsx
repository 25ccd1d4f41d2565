"use client";

import { ChevronRight, Plus } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";
import { insert } from "@/policy/xml/edit";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { Button } from "../../ui/button";
import { Menu, MenuItem } from "../../ui/menu";
import { State } from "../../ui/state";
import { newElement } from "../visual/new-element";
import { describeForm, type InsidePolicies } from "./describe-form";

import { useForm } from "./use-form";
import { useHelp } from "./use-help";

/** The policies inside an element: each has a form of its own, one step away. */
export function InsideList({ path, inside }: { path: ElementPath; inside: InsidePolicies }) {
  const t = useTranslations("policyForm.inside");
  const form = useForm();
  const help = useHelp();
  const { items, mayAdd } = inside;
  const titleOf = (name: string) => help(name).title ?? name;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="font-strong">{items.length === 0 ? t("title") : t("count", { count: items.length })}</span>
      {items.length === 0 ? <p className="text-muted text-xs">{mayAdd === "any" ? t("none") : t("noneOf")}</p> : null}
      {items.length === 0 ? null : (
        <ul className="divide-y divide-line overflow-hidden rounded-control border border-line">
          {items.map(({ element, path: own }) => (
            <InsideItem
              key={own}
              path={own}
              name={element.name}
              title={titleOf(element.name)}
              value={firstValue(element, own)}
              select={form.select}
            />
          ))}
        </ul>
      )}
      {form.readOnly || mayAdd === "any" || mayAdd.length === 0 ? null : (
        <div>
          <Menu
            align="start"
            trigger={
              <Button size="small" tone="ghost" className="text-muted">
                <Plus size={16} aria-hidden />
                {t("add")}
              </Button>
            }
          >
            {mayAdd.map(({ name, insertAt }) => (
              <MenuItem
                key={name}
                onSelect={() => {
                  const count = items.filter(({ element }) => element.name === name).length + 1;
                  form.change(path, (element, document) =>
                    insert(document, element, insertAt, newElement(name, form.knowledge)),
                  );
                  form.select(childPath(path, name, count));
                }}
              >
                {titleOf(name)} <code className="ml-1 text-faint text-xs">{name}</code>
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
    </div>
  );
}

const InsideItem = memo(function InsideItem({
  path,
  name,
  title,
  value,
  select,
}: {
  path: ElementPath;
  name: string;
  title: string;
  value: string;
  select(path: ElementPath): void;
}) {
  return (
    <li className="[contain-intrinsic-size:auto_2.25rem] [content-visibility:auto]">
      <button
        type="button"
        onClick={() => select(path)}
        className="flex min-h-9 w-full min-w-0 items-center gap-2 px-2.5 py-1 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
      >
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 break-words">{title}</span>
          {title === name ? null : <code className="wrap-anywhere text-faint text-xs">{name}</code>}
          <span className="min-w-0 truncate font-mono text-muted text-xs">{value}</span>
        </span>
        <InsideProblems path={path} />
        <ChevronRight size={16} aria-hidden className="shrink-0 text-muted" />
      </button>
    </li>
  );
});

function InsideProblems({ path }: { path: ElementPath }) {
  const t = useTranslations("policyForm.inside");
  const { problems } = useForm();
  const inside = [...problems].flatMap(([place, found]) =>
    /^[@#/]/.test(place.slice(path.length)) && place.startsWith(path) ? found : [],
  );
  if (inside.length === 0) return null;
  return (
    <State tone={inside.some(({ severity }) => severity === "error") ? "bad" : "warn"}>
      {t("problems", { count: inside.length })}
    </State>
  );
}

function firstValue(element: Parameters<typeof describeForm>[0], path: ElementPath): string {
  const grammar = definitionOf(element.name);
  if (grammar === undefined) return "";
  const { attributes, text } = describeForm(element, grammar, path);
  return (
    attributes.find(({ value, name }) => name !== "id" && value !== null && value !== "")?.value ?? text?.value ?? ""
  );
}
