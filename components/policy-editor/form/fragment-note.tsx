"use client";

import { useTranslations } from "use-intl";
import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { useForm } from "./use-form";

/** What the fragment that is included holds. */
export function FragmentNote({ element }: { element: XmlElement }) {
  const t = useTranslations("policyForm.fragment");
  const { knowledge } = useForm();
  const id = attributeOf(element, "fragment-id")?.value.toLowerCase();
  const fragment = knowledge?.fragments.find(({ name }) => name.toLowerCase() === id);
  if (fragment === undefined) return null;
  const [root] = elementsOf(parse(fragment.text).document.nodes);
  const inside = elementsOf(root?.children ?? []);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-muted text-xs">{t("holds", { count: inside.length })}</p>
      {inside.length === 0 ? null : (
        <ul className="flex min-w-0 flex-wrap gap-1">
          {inside.slice(0, 30).map(({ name, span }) => (
            <li key={span.start}>
              <code className="rounded-[4px] bg-sunken px-1 py-0.5 text-muted text-xs">{name}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
