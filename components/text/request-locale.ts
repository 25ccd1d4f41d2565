import { cookies, headers } from "next/headers";
import { type Locale, negotiateLocale, readLocale } from "@/messages/locales";
import { localeCookie } from "./locale-cookie";

/** The language of whoever asks: chosen by them, or what their browser wants. */
export async function requestLocale(): Promise<Locale> {
  const chosen = readLocale((await cookies()).get(localeCookie)?.value);
  return chosen ?? negotiateLocale((await headers()).get("accept-language"));
}
