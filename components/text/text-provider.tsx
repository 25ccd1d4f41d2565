"use client";

import type { ReactNode } from "react";
import { IntlProvider, type Messages } from "use-intl";

// Times are only drawn after data has come to the browser, so the server's zone never meets the person's.
const timeZone = typeof window === "undefined" ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The catalogue of the person's language, for everything below. */
export function TextProvider({
  locale,
  messages,
  children,
}: {
  locale: string;
  messages: Messages;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </IntlProvider>
  );
}
