"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";
import { grammarIn } from "@/policy/catalog/grammar-in";
import { isError } from "@/policy/diagnostics";
import { elementsOf, type XmlDocument } from "@/policy/xml/nodes";
import { Keys } from "../../ui/kbd";
import { State } from "../../ui/state";
import { useEditing, useLaterText } from "../editing";
import { treeOf } from "../model/tree-of";
import { useForm } from "./use-form";

/** Nothing is chosen: what the document holds, and the keys that help. */
export function EmptyForm({ isGone }: { isGone: boolean }) {
  const t = useTranslations("policyForm.empty");
  const { document, diagnostics } = useEditing();
  const { variables } = useForm();
  const doc = useLaterText(document);
  const policies = useMemo(() => countOfPolicies(treeOf(doc).document), [doc]);
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  return (
    <div className="flex min-w-0 flex-col gap-6 p-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-base">{t("title")}</h2>
        <p className="text-muted">{isGone ? t("gone") : t("text")}</p>
      </div>
      <section className="flex min-w-0 flex-col gap-2">
        <h3 className="text-muted text-xs">{t("summary")}</h3>
        <ul className="flex min-w-0 flex-col gap-1">
          <li className="tabular-nums">{t("policies", { count: policies })}</li>
          <li className="tabular-nums">
            <State tone={errors === 0 ? "good" : "bad"}>{t("problems", { count: errors })}</State>
          </li>
          {warnings === 0 ? null : (
            <li className="tabular-nums">
              <State tone="warn">{t("warnings", { count: warnings })}</State>
            </li>
          )}
        </ul>
        {variables.length === 0 ? null : (
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1">
            <span className="text-muted">{t("variables")}</span>
            {variables.slice(0, 20).map((name) => (
              <code key={name} className="break-all rounded-[4px] bg-sunken px-1 text-xs">
                {name}
              </code>
            ))}
          </div>
        )}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="text-muted text-xs">{t("keys")}</h3>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
          <Key keys={<Keys combination="Tab" />} text={t("next")} />
          <Key keys={<Keys combination="Esc" />} text={t("back")} />
          <Key keys={<Keys combination="{{" />} text={t("namedValues")} />
          <Key keys={<Keys combination="mod+z" />} text={t("undo")} />
        </dl>
      </section>
    </div>
  );
}

function Key({ keys, text }: { keys: ReactNode; text: string }) {
  return (
    <>
      <dt>{keys}</dt>
      <dd className="min-w-0 text-muted">{text}</dd>
    </>
  );
}

const countOfPolicies = ({ nodes }: XmlDocument): number =>
  [...grammarIn(elementsOf(nodes))].filter(
    ({ element, grammar }) => grammar !== null && grammar === definitionOf(element.name) && element.name !== "base",
  ).length;
