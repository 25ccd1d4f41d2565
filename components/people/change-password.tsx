"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { FailurePanel } from "../resources/failure";
import { Button } from "../ui/button";
import { Field, fieldIds } from "../ui/field";
import { SecretInput } from "../ui/secret-input";
import { toasts } from "../ui/toasts";

export function ChangePassword({ email, minLength }: { email: string; minLength: number }) {
  const t = useTranslations("settings.account.password");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const problems = refused?.fieldProblems ?? new Map<string, string>();
  const missing = {
    current: current === "" ? t("currentMissing") : undefined,
    new: [...next].length < minLength ? t("newMissing", { length: minLength }) : undefined,
  };
  const errors = {
    current: (submitted ? missing.current : undefined) ?? problems.get("current"),
    new: (submitted ? missing.new : undefined) ?? problems.get("new"),
  };
  async function change(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    setRefused(null);
    if (missing.current !== undefined) return document.getElementById("current-password")?.focus();
    if (missing.new !== undefined) return document.getElementById("new-password")?.focus();
    setBusy(true);
    try {
      await ask("/me/password", { method: "POST", body: { current, new: next } });
      setCurrent("");
      setNext("");
      setSubmitted(false);
      toasts.show({ tone: "good", title: t("changed"), text: t("changedText") });
    } catch (error) {
      setRefused(error as ArmError);
    }
    setBusy(false);
  }
  return (
    <form noValidate className="flex flex-col gap-3" onSubmit={(event) => void change(event)}>
      <p className="text-muted">{t("lead")}</p>
      {refused === null || problems.size > 0 ? null : <FailurePanel error={refused} />}
      {/* A password manager must learn whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field id="current-password" label={t("current")} error={errors.current}>
        <SecretInput
          value={current}
          stored={false}
          autoComplete="current-password"
          onValue={(value) => setCurrent(value ?? "")}
          field={fieldIds("current-password", { error: errors.current, required: true })}
        />
      </Field>
      <Field id="new-password" label={t("new")} hint={t("hint", { length: minLength })} error={errors.new}>
        <SecretInput
          value={next}
          stored={false}
          onValue={(value) => setNext(value ?? "")}
          field={fieldIds("new-password", { hint: true, error: errors.new, required: true })}
        />
      </Field>
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
