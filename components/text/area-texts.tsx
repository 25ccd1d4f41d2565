"use client";

import { type ReactNode, use, useMemo } from "react";
import { IntlProvider, type Messages, useLocale, useMessages } from "use-intl";
import type { Locale } from "@/messages/locales";
import type { Namespace } from "@/messages/namespaces";

const loads = new Map<string, Promise<Record<string, unknown>>>();

/** Fetched once for each language; every caller waits for the same. */
export function areaMessages(locale: Locale, namespaces: readonly Namespace[]): Promise<Record<string, unknown>> {
  const path = `/api/texts/${locale}/${namespaces.join(",")}`;
  let load = loads.get(path);
  if (load === undefined) {
    load = fetchTexts(path);
    // What failed is tried again by whoever asks next.
    load.catch(() => loads.delete(path));
    loads.set(path, load);
  }
  return load;
}

async function fetchTexts(path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return (await answer.json()) as Record<string, unknown>;
}

/** Texts of one part of the portal, fetched with that part; suspends until they are there. In the browser only. */
export function AreaTexts({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const locale = useLocale() as Locale;
  const outer = useMessages();
  const area = use(areaMessages(locale, namespaces));
  const messages = useMemo(() => ({ ...outer, ...area }) as unknown as Messages, [outer, area]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
