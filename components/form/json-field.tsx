"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { sameJson } from "../diff/property-diff";
import { Textarea } from "../ui/textarea";
import { FieldFrame } from "./field-frame";
import type { WidgetProps } from "./form-view";
import { useField } from "./use-field";

const write = (value: Json | undefined): string => (value === undefined ? "" : JSON.stringify(value, null, 2));
const read = (text: string): Json | undefined => (text.trim() === "" ? undefined : (JSON.parse(text) as Json));

/** Anything else, as JSON. What is no JSON stays on the screen and is not taken over. */
export function JsonField({ path, node }: WidgetProps) {
  const t = useTranslations("form");
  const field = useField(path, node);
  const [typed, setTyped] = useState<{ text: string; value: Json | undefined; broken: boolean } | null>(null);
  const mine = typed !== null && (typed.broken || sameJson(typed.value, field.value)) ? typed : null;
  const error = mine?.broken ? t("problems.json") : field.error;
  return (
    <FieldFrame field={{ ...field, error }}>
      <Textarea
        {...field.ids}
        aria-invalid={error ? true : undefined}
        mono
        rows={6}
        value={mine?.text ?? write(field.value)}
        disabled={field.disabled}
        onBlur={field.touch}
        onChange={(event) => {
          const text = event.target.value;
          try {
            const value = read(text);
            setTyped({ text, value, broken: false });
            field.set(value);
          } catch {
            setTyped({ text, value: undefined, broken: true });
          }
        }}
      />
    </FieldFrame>
  );
}
