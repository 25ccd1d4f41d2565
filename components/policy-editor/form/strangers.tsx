"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { remove } from "@/policy/xml/edit";
import { type ElementPath, elementAt } from "@/policy/xml/element-path";
import { IconButton } from "../../ui/icon-button";
import type { ElementInForm } from "./describe-form";
import { ElementProblems } from "./element-problems";
import { RawXmlField } from "./raw-xml-field";
import { useForm } from "./use-form";

/** Elements that the grammar does not know here: shown as they are, so that nothing of the document is out of reach. */
export function Strangers({ path, items }: { path: ElementPath; items: readonly ElementInForm[] }) {
  const t = useTranslations("policyForm");
  const form = useForm();
  if (items.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <span className="font-strong">{t("unknown.strangers")}</span>
      {items.map((item) => (
        <div key={item.path} className="flex min-w-0 flex-col gap-1" data-form-path={item.path}>
          <div className="flex items-center justify-between gap-2">
            <code className="min-w-0 break-all text-muted text-xs">{item.element.name}</code>
            {form.readOnly ? null : (
              <IconButton
                icon={X}
                size="small"
                label={t("move.remove", { item: item.element.name })}
                onClick={() =>
                  form.change(path, (_, document) => {
                    const element = elementAt(document, item.path);
                    return element === null ? [] : remove(document, element);
                  })
                }
              />
            )}
          </div>
          <RawXmlField path={item.path} element={item.element} label={item.element.name} keepsName={false} />
          <ElementProblems path={item.path} />
        </div>
      ))}
    </div>
  );
}
