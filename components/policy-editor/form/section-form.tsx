"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useEditing } from "../editing";
import { elementsInForm } from "./describe-form";
import { ElementProblems } from "./element-problems";
import { InsideList } from "./inside-list";
import { atElement } from "./problems-by-field";
import type { Standing } from "./standing-of";
import { useForm } from "./use-form";

/** A section, or the root of a fragment: what runs in it. */
export function SectionForm({ standing }: { standing: Standing }) {
  const t = useTranslations("policyForm.section");
  const { target } = useEditing();
  const { element, path, kind } = standing;
  const items = elementsInForm(element, path);
  const isTold = useForm().problems.has(atElement(path));
  const isNarrower = kind === "section" && target.standing.scope !== "global" && target.standing.kind === "policies";
  const lacksBase = isNarrower && !items.some((item) => item.element.name === "base");
  return (
    <>
      <ElementProblems path={path} />
      {lacksBase && !isTold ? (
        <p className="flex items-start gap-1.5 text-warn text-xs">
          <TriangleAlert size={14} aria-hidden className="mt-px shrink-0" />
          {t("noBase")}
        </p>
      ) : null}
      {items.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <InsideList path={path} inside={{ items, mayAdd: "any" }} />
      )}
    </>
  );
}
