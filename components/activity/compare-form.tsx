"use client";

import { ArrowLeftRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { Field, fieldIds } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { NumberInput } from "../ui/number-input";
import { Select } from "../ui/select";
import { type Comparison, comparisonHref } from "./comparison";
import { DocumentField } from "./document-field";

/** Which two revisions, of what. Comparing goes to another address, so Back comes here again. */
export function CompareForm({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("activity.compare");
  const words = useTranslations("activity.filter");
  const router = useRouter();
  const [wanted, setWanted] = useState(comparison);
  const [submitted, setSubmitted] = useState(false);
  const { from, to, document, below } = wanted;
  const whole = (revision: number | null) =>
    revision === null || (Number.isInteger(revision) && revision >= 0) ? undefined : t("whole");
  const errors = { from: (submitted && from === null ? t("fromMissing") : undefined) ?? whole(from), to: whole(to) };
  const change = (changes: Partial<Comparison>) => setWanted((before) => ({ ...before, ...changes }));
  const compare = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (from === null || whole(from) !== undefined) return window.document.getElementById("compare-from")?.focus();
    if (whole(to) !== undefined) return window.document.getElementById("compare-to")?.focus();
    router.push(comparisonHref(wanted));
  };
  return (
    <form noValidate className="flex flex-wrap items-start gap-3" onSubmit={compare}>
      <Field id="compare-from" label={t("from")} error={errors.from} className="w-32">
        <NumberInput
          value={from}
          onValue={(value) => change({ from: value })}
          {...fieldIds("compare-from", { error: errors.from, required: true })}
        />
      </Field>
      <IconButton
        icon={ArrowLeftRight}
        label={t("swap")}
        className="mt-6 -mx-1.5"
        disabled={from === null || to === null}
        onClick={() => change({ from: to, to: from })}
      />
      <Field id="compare-to" label={t("to")} error={errors.to} className="w-32">
        <NumberInput
          value={to}
          placeholder={t("toHint")}
          onValue={(value) => change({ to: value })}
          {...fieldIds("compare-to", { error: errors.to })}
        />
      </Field>
      <Field id="compare-document" label={words("document")} className="w-80 max-sm:w-full">
        <DocumentField
          id="compare-document"
          placeholder={words("documentPlaceholder")}
          value={document ?? ""}
          onValue={(next) => change({ document: next === "" ? null : next })}
        />
      </Field>
      {document === null ? null : (
        <Field id="compare-scope" label={words("scope")} className="w-44">
          <Select
            id="compare-scope"
            value={below ? "" : "false"}
            options={[
              { value: "", label: words("below") },
              { value: "false", label: words("own") },
            ]}
            onChange={(event) => change({ below: event.target.value === "" })}
          />
        </Field>
      )}
      <Button type="submit" tone="primary" className="sm:mt-6">
        {t("submit")}
      </Button>
    </form>
  );
}
