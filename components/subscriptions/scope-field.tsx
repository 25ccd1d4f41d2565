"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import { FieldFrame } from "../form/field-frame";
import { useFormScope } from "../form/form-context";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { readScope, type ScopeKind } from "./subscription-scope";

const kinds: readonly ScopeKind[] = ["product", "api", "apis", "all"];
const prefixes = { product: "/products/", api: "/apis/" };

/** What the key opens, chosen in two steps: how much, and then which. */
export function ScopeField({ path, node }: WidgetProps) {
  const t = useTranslations("kinds.subscriptions.scopes");
  const field = useField(path, node);
  const listId = useId();
  const value = typeof field.value === "string" ? field.value : "";
  const { draft } = useFormScope();
  const { kind, name } = readScope(value);
  const which = kind === "product" || kind === "api" ? kind : null;
  const { data } = useFirstOf(which === "api" ? "/apis" : "/products", {
    enabled: which !== null,
    top: 100,
    draft,
  });
  const choose = (next: ScopeKind) => {
    if (next === "all") field.set("/");
    else if (next === "apis") field.set("/apis");
    else field.set(prefixes[next]);
  };
  return (
    <FieldFrame field={field}>
      <div className="flex flex-wrap gap-2">
        <Select
          {...field.ids}
          className="w-48"
          value={kind}
          disabled={field.disabled}
          options={kinds.map((each) => ({ value: each, label: t(each) }))}
          onChange={(event) => choose(event.target.value as ScopeKind)}
        />
        {which === null ? null : (
          <>
            <TextInput
              mono
              className="min-w-48 flex-1"
              aria-label={t(`${which}Id`)}
              placeholder={t(`${which}Id`)}
              list={listId}
              value={name}
              disabled={field.disabled}
              onBlur={field.touch}
              onChange={(event) => field.set(`${prefixes[which]}${event.target.value.trim()}`)}
            />
            <datalist id={listId}>
              {data?.value.map((each) => (
                <option key={each.name} value={each.name}>
                  {String(each.properties.displayName ?? each.name)}
                </option>
              ))}
            </datalist>
          </>
        )}
      </div>
    </FieldFrame>
  );
}
