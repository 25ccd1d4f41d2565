"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { isObject } from "../diff/is-object";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";

export interface Parameter {
  name: string;
  type: string;
  required: boolean;
  description: string;
  defaultValue: string;
  values: readonly string[];
}

/** Parameters as a contract lists them; what is no parameter is left out. */
export function parametersOf(list: Json | undefined): Parameter[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((item) => ({
    name: String(item.name ?? ""),
    type: String(item.type ?? "string"),
    required: item.required === true,
    description: String(item.description ?? ""),
    defaultValue: String(item.defaultValue ?? ""),
    values: Array.isArray(item.values) ? item.values.map(String) : [],
  }));
}

export function Parameters({ title, list }: { title: string; list: readonly Parameter[] }) {
  const t = useTranslations("kinds.operations.overview");
  return (
    <Card title={title} flush>
      <ul className="divide-y divide-line">
        {list.map((parameter) => (
          <li key={parameter.name} className="flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1.5">
            <code className="text-xs">{parameter.name}</code>
            <Badge>{parameter.type}</Badge>
            {parameter.required ? <span className="text-muted text-xs">{t("required")}</span> : null}
            <span className="min-w-0 break-words text-muted">{parameter.description}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
