import type { ComponentType } from "react";
import type { Json, JsonObject } from "@/lib/json";
import type { ResourceDefinition } from "@/management/resources/define";
import type { FieldNode } from "./describe";

/** What a kind's form adds to its definition: first values, what depends on what, and fields with a face of their own. */
export interface FormView {
  definition: ResourceDefinition;
  /** Its texts stand under kinds.<texts>. */
  texts: string;
  /** What a new one starts with. */
  initial?: JsonObject;
  /** What the service assumes for members left out, by path; shown, never sent. */
  assumed?: Readonly<Record<string, Json>>;
  /** Whether a member applies at all, seeing the others. One that does not is neither shown nor sent. */
  applies?(path: string, values: JsonObject): boolean;
  /** By path; `*` stands for every item or key. */
  widgets?: Readonly<Record<string, ComponentType<WidgetProps>>>;
  /** Reads a stored secret for the one who may see it. */
  reveal?(resourcePath: string, path: string, query: { draft?: string }): (() => Promise<string>) | undefined;
}

export interface WidgetProps {
  path: string;
  node: FieldNode;
}

export function matchesPattern(pattern: string, path: string): boolean {
  const wanted = pattern.split(".");
  const parts = path.split(".");
  return wanted.length === parts.length && wanted.every((part, at) => part === "*" || part === parts[at]);
}

export const widgetAt = (view: FormView, path: string): ComponentType<WidgetProps> | undefined =>
  Object.entries(view.widgets ?? {}).find(([pattern]) => matchesPattern(pattern, path))?.[1];
