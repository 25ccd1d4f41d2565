"use client";

import { useTranslations } from "use-intl";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { lifetimesDays } from "./make-token";

/** How long a gateway's token is good for. */
export function LifetimeSelect({ days, onDays }: { days: number; onDays(days: number): void }) {
  const t = useTranslations("gateways.token");
  return (
    <Field id="token-lifetime" label={t("lifetime")} className="w-40">
      <Select
        id="token-lifetime"
        value={days}
        options={lifetimesDays.map((count) => ({ value: String(count), label: t("days", { count }) }))}
        onChange={(event) => onDays(Number(event.target.value))}
      />
    </Field>
  );
}
