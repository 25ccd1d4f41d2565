"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Select } from "../../ui/select";
import type { LiteralControlProps } from "./literal-control-props";
import { Segments } from "./segments";
import { SuggestInput } from "./suggest-input";

const unset = "";
const named = "{{";
/** More would not stand side by side in the panel. */
const lettersInLine = 30;

/** One of several words, or true, false and not set; a named value may stand for each of them. */
export function ChoiceControl({
  field,
  name,
  help,
  marks,
  value,
  onType,
  onChoose,
  onFocus,
  onBlur,
}: LiteralControlProps) {
  const t = useTranslations("policyForm.field");
  const [isNamed, setNamed] = useState(false);
  const { definition, required, control } = field;
  const allowed = control === "boolean" ? ["true", "false"] : (definition.allowed ?? []);
  const current = control === "boolean" ? asBoolean(value) : value.trim();
  const usual = "default" in definition ? definition.default : undefined;
  const word = (literal: string) => help?.values?.[literal];

  if (isNamed || value.includes("{{")) {
    return (
      <SuggestInput
        {...marks}
        mono
        value={value}
        listLabel={t("suggestions", { name })}
        onValue={onType}
        onFocus={onFocus}
        onBlur={() => {
          setNamed(false);
          onBlur();
        }}
      />
    );
  }
  const isOther = current !== "" && !allowed.includes(current);
  const unsetText = usual === undefined ? t("unset") : t("unsetDefault", { value: usual });
  const letters = allowed.reduce((sum, each) => sum + (word(each) ?? each).length + 3, required ? 0 : unsetText.length);
  if (!isOther && (control === "boolean" || (allowed.length <= 3 && letters <= lettersInLine))) {
    return (
      <Segments
        name={marks.id}
        label={name}
        describedBy={marks["aria-describedby"]}
        invalid={marks["aria-invalid"]}
        value={current}
        options={[
          ...(required ? [] : [{ value: unset, text: <span className="text-muted">{unsetText}</span> }]),
          ...allowed.map((each) => ({
            value: each,
            text: word(each) ?? <span className="font-mono">{each}</span>,
          })),
        ]}
        onValue={(chosen) => onChoose(chosen === unset ? null : chosen)}
      />
    );
  }
  return (
    <Select
      {...marks}
      className="min-w-0 flex-1"
      value={current}
      onBlur={onBlur}
      options={[
        ...(required && current !== "" ? [] : [{ value: unset, label: required ? t("choose") : unsetText }]),
        ...allowed.map((each) => ({ value: each, label: word(each) === undefined ? each : `${word(each)} · ${each}` })),
        ...(isOther ? [{ value: current, label: t("notAChoice", { value: current }) }] : []),
        { value: named, label: t("namedValue") },
      ]}
      onChange={({ target }) => {
        if (target.value === named) setNamed(true);
        else onChoose(target.value === unset ? null : target.value);
      }}
    />
  );
}

function asBoolean(value: string): string {
  const text = value.trim().toLowerCase();
  return text === "1" ? "true" : text === "0" ? "false" : text === "true" || text === "false" ? text : value.trim();
}
