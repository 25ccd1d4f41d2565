"use client";

import { useTranslations } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";
import type { PolicyChange } from "@/policy/compare/policy-change";
import type { PolicyTarget } from "../editing";
import { ownerOf } from "./use-owner-text";

const most = 3;

/** What a change is called unless a person says otherwise: "Policy of API orders: add rate-limit, change set-header". */
export function useDefaultTitle(): (target: PolicyTarget, changes: readonly PolicyChange[] | null) => string {
  const t = useTranslations("saving.title");
  return (target, changes) => {
    const { key, name } = ownerOf(target);
    const told = (changes ?? []).map((change) => {
      const policy = policyOf(change);
      return t(policy === change.name ? change.kind : "changed", { policy });
    });
    const different = [...new Set(told)];
    const shown = different.slice(0, most);
    if (different.length > most) shown.push(t("more", { count: different.length - most }));
    const what = changes === null ? t("text") : shown.length === 0 ? t("layout") : shown.join(", ");
    return t("line", { owner: t(`owner.${key}`, { name }), changes: what });
  };
}

/** The policy that something is a part of: "value" of a set-header is a change of the set-header. */
const policyOf = ({ name, place }: PolicyChange): string =>
  definitionOf(name) !== undefined
    ? name
    : (place.findLast((step) => definitionOf(step.name) !== undefined)?.name ?? name);
