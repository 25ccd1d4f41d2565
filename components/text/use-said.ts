"use client";

import { useEffect, useState } from "react";
import { useLocale } from "use-intl";
import { type Locale, readLocale } from "@/messages/locales";
import type { Namespace } from "@/messages/namespaces";
import { areaMessages } from "./area-texts";
import { type Localiser, localiserOf, type SaidTemplates } from "./localiser";

const asItIs: Localiser = (message) => message;
const made = new Map<string, Promise<Localiser>>();

/** What the language and the server say in English, in the person's own. English itself costs nothing. */
export function localiserFor(locale: Locale, namespace: "diagnostics" | "said"): Promise<Localiser> {
  const key = `${locale} ${namespace}`;
  let localiser = made.get(key);
  if (localiser === undefined) {
    localiser = locale === "en" ? Promise.resolve(asItIs) : make(locale, namespace);
    made.set(key, localiser);
  }
  return localiser;
}

async function make(locale: Locale, namespace: Namespace): Promise<Localiser> {
  const [english, translated] = await Promise.all([areaMessages("en", [namespace]), areaMessages(locale, [namespace])]);
  return localiserOf(english[namespace] as SaidTemplates, translated[namespace] as SaidTemplates);
}

/** Until the texts have come, messages are English. */
export function useSaid(namespace: "diagnostics" | "said"): Localiser {
  const locale = readLocale(useLocale()) ?? "en";
  const [localiser, setLocaliser] = useState<Localiser>(() => asItIs);
  useEffect(() => {
    let isCurrent = true;
    localiserFor(locale, namespace).then(
      (made) => isCurrent && setLocaliser(() => made),
      // English is better than nothing.
      () => made.delete(`${locale} ${namespace}`),
    );
    return () => {
      isCurrent = false;
    };
  }, [locale, namespace]);
  return localiser;
}
