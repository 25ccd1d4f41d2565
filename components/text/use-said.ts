"use client";

import { useEffect, useState } from "react";
import { useLocale } from "use-intl";
import type { Locale } from "@/messages/locales";
import type { Localiser } from "./localiser";

const asItIs: Localiser = (message) => message;
const made = new Map<string, Promise<Localiser>>();

/** English itself costs nothing; what another language needs for it is fetched when it is first asked for. */
export function localiserFor(locale: string, namespace: "diagnostics" | "said"): Promise<Localiser> {
  const key = `${locale} ${namespace}`;
  let localiser = made.get(key);
  if (localiser === undefined) {
    localiser =
      locale === "en"
        ? Promise.resolve(asItIs)
        : import("./make-localiser").then(({ makeLocaliser }) => makeLocaliser(locale as Locale, namespace));
    // What failed is tried again by whoever asks next.
    localiser.catch(() => made.delete(key));
    made.set(key, localiser);
  }
  return localiser;
}

/** Until the texts have come, messages are English, which is better than nothing. */
export function useSaid(namespace: "diagnostics" | "said"): Localiser {
  const locale = useLocale();
  const [localiser, setLocaliser] = useState<Localiser>(() => asItIs);
  useEffect(() => {
    let isCurrent = true;
    localiserFor(locale, namespace).then(
      (found) => isCurrent && setLocaliser(() => found),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [locale, namespace]);
  return localiser;
}
