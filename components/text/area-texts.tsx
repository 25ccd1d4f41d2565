"use client";

import { type ReactNode, use, useMemo } from "react";
import { IntlProvider, type Messages, useLocale, useMessages } from "use-intl";
import { loadMessages } from "@/messages/load-messages";
import type { Namespace } from "@/messages/namespaces";

const loads = new Map<string, Promise<Record<string, unknown>>>();

/** Fetched once for each language; every caller waits for the same. */
export function areaMessages(locale: string, namespaces: readonly Namespace[]): Promise<Record<string, unknown>> {
  const key = `${locale} ${namespaces.join(" ")}`;
  let load = loads.get(key);
  if (load === undefined) {
    load = loadMessages(locale, namespaces);
    loads.set(key, load);
  }
  return load;
}

/** Texts of one part of the portal, fetched with that part; suspends until they are there. */
export function AreaTexts({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const locale = useLocale();
  const outer = useMessages();
  const area = use(areaMessages(locale, namespaces));
  const messages = useMemo(() => ({ ...outer, ...area }) as unknown as Messages, [outer, area]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
