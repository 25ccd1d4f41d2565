"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, fieldIds } from "../ui/field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { type Role, rolesUpTo } from "./person";

const lifetimesDays = [7, 30, 90, 365];
const dayMs = 24 * 60 * 60 * 1000;
const maxNameLength = 100;

export function CreateToken({ onMade, onClose }: { onMade(name: string, token: string): void; onClose(): void }) {
  const t = useTranslations("settings.tokens.creating");
  const roleNames = useTranslations("shell.person.roles");
  const roleHints = useTranslations("settings.people.adding.roleHints");
  const me = useMe();
  const client = useQueryClient();
  const allowed = rolesUpTo(me.role);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("reader");
  const [days, setDays] = useState(90);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const error = left && name.trim() === "" ? t("nameMissing") : refused?.fieldProblems.get("name");
  async function create(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (name.trim() === "") return document.getElementById("token-name")?.focus();
    setBusy(true);
    setRefused(null);
    try {
      const expiresAt = new Date(Date.now() + days * dayMs).toISOString();
      const { body } = await ask<{ token: string }>("/tokens", { method: "POST", body: { name, role, expiresAt } });
      onMade(name.trim(), body.token);
      await client.invalidateQueries({ queryKey: queryKeys.endpoint("/tokens") });
    } catch (failure) {
      setRefused(failure as ArmError);
      setBusy(false);
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form="create-token" busy={busy}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id="create-token" noValidate className="flex flex-col gap-3" onSubmit={(event) => void create(event)}>
        {refused === null || refused.fieldProblems.has("name") ? null : <FailurePanel error={refused} />}
        <Field id="token-name" label={t("name")} hint={t("nameHint")} error={error}>
          <TextInput
            value={name}
            maxLength={maxNameLength}
            onBlur={() => setLeft(name !== "")}
            onChange={(event) => setName(event.target.value)}
            {...fieldIds("token-name", { hint: true, error, required: true })}
          />
        </Field>
        <Field id="token-role" label={t("role")} hint={roleHints(role)}>
          <Select
            value={role}
            options={allowed.map((value) => ({ value, label: roleNames(value) }))}
            onChange={(event) => setRole(allowed.find((each) => each === event.target.value) ?? "reader")}
            {...fieldIds("token-role", { hint: true })}
          />
        </Field>
        <Field id="token-expiry" label={t("expiry")}>
          <Select
            value={days}
            options={lifetimesDays.map((count) => ({ value: String(count), label: t("days", { count }) }))}
            onChange={(event) => setDays(Number(event.target.value))}
            {...fieldIds("token-expiry", {})}
          />
        </Field>
      </form>
    </Dialog>
  );
}
