"use client";

import { useTranslations } from "use-intl";
import type { Resource } from "../data/resource";
import { isObject } from "../diff/is-object";

/** Where its requests go: an address, or so many members. */
export function BackendTarget({ resource }: { resource: Resource }) {
  const t = useTranslations("kinds.backends");
  const { url, pool } = resource.properties;
  if (typeof url === "string") return <code className="text-xs">{url}</code>;
  return t("members", { count: poolMembers(pool).length });
}

export const poolMembers = (pool: unknown): { id: string; weight?: number | null; priority?: number | null }[] =>
  isObject(pool) && Array.isArray(pool.services) ? (pool.services as { id: string }[]) : [];
