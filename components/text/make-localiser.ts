import type { Locale } from "@/messages/locales";
import { areaMessages } from "./area-texts";
import { type Localiser, localiserOf, type SaidTemplates } from "./localiser";

/** What the language and the server say in English, in the person's own. */
export async function makeLocaliser(locale: Locale, namespace: "diagnostics" | "said"): Promise<Localiser> {
  const [english, translated] = await Promise.all([areaMessages("en", [namespace]), areaMessages(locale, [namespace])]);
  return localiserOf(english[namespace] as SaidTemplates, translated[namespace] as SaidTemplates);
}
