"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import { State, type StateTone } from "../ui/state";

const tones = {
  active: "good",
  suspended: "warn",
  submitted: "info",
  rejected: "bad",
  cancelled: "idle",
  expired: "bad",
} as const satisfies Record<string, StateTone>;

export function SubscriptionState({ state }: { state: Json | undefined }) {
  const t = useTranslations("kinds.subscriptions.fields.state.options");
  const known = Object.keys(tones).find((each) => each === state) as keyof typeof tones | undefined;
  return known === undefined ? null : <State tone={tones[known]}>{t(known)}</State>;
}
