"use client";

import { useTranslations } from "use-intl";
import { belowService, lastSegment } from "../data/resource";
import { TextLink } from "../ui/text-link";

export type ScopeKind = "all" | "apis" | "api" | "product";

/** What a scope opens: everything, every API, one API, one product. */
export function readScope(scope: string): { kind: ScopeKind; name: string } {
  const path = belowService(scope);
  if (path === "" || path === "/") return { kind: "all", name: "" };
  if (/^\/apis$/i.test(path)) return { kind: "apis", name: "" };
  return { kind: /^\/products\//i.test(path) ? "product" : "api", name: lastSegment(path) };
}

export function SubscriptionScope({ scope, linked = false }: { scope: string; linked?: boolean }) {
  const t = useTranslations("kinds.subscriptions.scopes");
  const { kind, name } = readScope(scope);
  if (kind === "all" || kind === "apis") return t(kind);
  const text = t(`${kind}Name`, { name });
  if (!linked) return text;
  return <TextLink href={`/${kind === "api" ? "apis" : "products"}/${encodeURIComponent(name)}`}>{text}</TextLink>;
}
