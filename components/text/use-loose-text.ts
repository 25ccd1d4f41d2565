import { useMemo } from "react";
import { useMessages, useTranslations } from "use-intl";

export interface LooseText {
  (key: string, values?: Record<string, string | number | Date>): string;
  has(key: string): boolean;
}

/** Texts whose key is only known at run time: labels of a definition's fields, an error's code. */
export function useLooseText(): LooseText {
  const translate = useTranslations();
  const messages = useMessages();
  return useMemo(() => {
    const text = ((key, values) => translate(key as never, values as never)) as LooseText;
    text.has = (key) => lookUp(messages, key) !== undefined;
    return text;
  }, [translate, messages]);
}

/** A text that takes values is a list once it is compiled. */
function lookUp(messages: object, key: string): string | unknown[] | undefined {
  let at: unknown = messages;
  for (const part of key.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return typeof at === "string" || Array.isArray(at) ? at : undefined;
}
