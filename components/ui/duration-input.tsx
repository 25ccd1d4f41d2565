"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type DurationUnit, durationUnits, readDuration, writeDuration } from "./duration";
import type { FieldIds } from "./field";
import { NumberInput } from "./number-input";
import { Select } from "./select";
import { TextInput } from "./text-input";

/** An ISO 8601 duration, edited as an amount and a unit. */
export function DurationInput({
  value,
  onValue,
  onBlur,
  disabled,
  field,
}: {
  value: string | null;
  onValue(value: string | null): void;
  onBlur?(): void;
  disabled?: boolean;
  field: FieldIds;
}) {
  const t = useTranslations("ui");
  const [emptyUnit, setEmptyUnit] = useState<DurationUnit>("minutes");
  const read = value === null || value === "" ? { amount: null, unit: emptyUnit } : readDuration(value);
  if (read === null) {
    return (
      <TextInput
        mono
        disabled={disabled}
        value={value ?? ""}
        onBlur={onBlur}
        onChange={(event) => onValue(event.target.value || null)}
        {...field}
      />
    );
  }
  return (
    <div className="flex max-w-72 gap-2">
      <NumberInput
        value={read.amount}
        disabled={disabled}
        onBlur={onBlur}
        onValue={(amount) => onValue(amount === null ? null : writeDuration(amount, read.unit))}
        {...field}
      />
      <Select
        aria-label={t("duration.unit")}
        className="w-32 shrink-0"
        disabled={disabled}
        value={read.unit}
        options={durationUnits.map((unit) => ({ value: unit, label: t(`duration.${unit}`) }))}
        onChange={(event) => {
          const unit = event.target.value as DurationUnit;
          setEmptyUnit(unit);
          if (read.amount !== null) onValue(writeDuration(read.amount, unit));
        }}
      />
    </div>
  );
}
