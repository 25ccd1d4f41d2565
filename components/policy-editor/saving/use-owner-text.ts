"use client";

import { useTranslations } from "use-intl";
import type { PolicyTarget } from "../editing";

/** "API orders", as the key of a text and what it is filled with. */
export function ownerOf({ owner }: PolicyTarget): {
  key: "global" | "product" | "api" | "operation" | "fragment";
  name: string;
} {
  const [collection, name = "", child, childName] = owner.split("/").filter(Boolean);
  if (collection === undefined) return { key: "global", name: "" };
  if (collection === "policyFragments") return { key: "fragment", name };
  if (collection === "products") return { key: "product", name };
  return child === "operations" ? { key: "operation", name: `${name} / ${childName ?? ""}` } : { key: "api", name };
}

/** Whose document it is, within a sentence. */
export function useOwnerText(): (target: PolicyTarget) => string {
  const t = useTranslations("saving.review.owner");
  return (target) => {
    const { key, name } = ownerOf(target);
    return t(key, { name });
  };
}
