"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { FailurePanel } from "../resources/failure";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, fieldIds } from "../ui/field";
import { SecretInput } from "../ui/secret-input";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { toasts } from "../ui/toasts";
import { makePassword } from "./make-password";
import { type MadePassword, type Role, roles } from "./person";

const address = z.email();

/** Lets somebody in: with a password of their own, or by the sign-in provider when there is one. */
export function AddPerson({
  provider,
  onMade,
  onClose,
}: {
  provider: string | null;
  onMade(made: MadePassword): void;
  onClose(): void;
}) {
  const t = useTranslations("settings.people.adding");
  const done = useTranslations("settings.people.done");
  const roleNames = useTranslations("shell.person.roles");
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("reader");
  const [invited, setInvited] = useState(false);
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const problems = refused?.fieldProblems ?? new Map<string, string>();
  const malformed = !address.safeParse(email.trim()).success;
  const errorOf = {
    email: left && malformed ? t("emailWrong") : problems.get("email"),
    name: problems.get("name"),
    password: problems.get("password"),
  };
  async function add(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (malformed) return document.getElementById("person-email")?.focus();
    setBusy(true);
    setRefused(null);
    const password = typed === "" ? makePassword() : typed;
    try {
      await ask("/operators", {
        method: "POST",
        body: {
          email: email.trim(),
          role,
          ...(name.trim() === "" ? {} : { name }),
          ...(invited ? {} : { password }),
        },
      });
      if (invited) {
        toasts.show({ tone: "good", title: done("invited", { name: name || email, provider: provider ?? "" }) });
        onClose();
      } else onMade({ email: email.trim(), password });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (error) {
      setRefused(error as ArmError);
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
          <Button tone="primary" type="submit" form="add-person" busy={busy}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id="add-person" noValidate className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        {refused === null || problems.size > 0 ? null : <FailurePanel error={refused} />}
        <Field id="person-email" label={t("email")} error={errorOf.email}>
          <TextInput
            type="email"
            value={email}
            onBlur={() => setLeft(email !== "")}
            onChange={(event) => setEmail(event.target.value)}
            {...fieldIds("person-email", { error: errorOf.email, required: true })}
          />
        </Field>
        <Field id="person-name" label={t("name")} hint={t("nameHint")} error={errorOf.name}>
          <TextInput
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...fieldIds("person-name", { hint: true, error: errorOf.name })}
          />
        </Field>
        <Field id="person-role" label={t("role")} hint={t(`roleHints.${role}`)}>
          <Select
            value={role}
            options={roles.map((value) => ({ value, label: roleNames(value) }))}
            onChange={(event) => setRole(roles.find((each) => each === event.target.value) ?? "reader")}
            {...fieldIds("person-role", { hint: true })}
          />
        </Field>
        {provider === null ? null : (
          <Field id="person-how" label={t("how")} hint={invited ? t("invitationHint") : undefined}>
            <Select
              value={invited ? "invited" : "password"}
              options={[
                { value: "password", label: t("password") },
                { value: "invited", label: t("invitation", { provider }) },
              ]}
              onChange={(event) => setInvited(event.target.value === "invited")}
              {...fieldIds("person-how", { hint: invited })}
            />
          </Field>
        )}
        {invited ? null : (
          <Field id="person-password" label={t("password")} hint={t("passwordHint")} error={errorOf.password}>
            <SecretInput
              value={typed}
              stored={false}
              onValue={(value) => setTyped(value ?? "")}
              field={fieldIds("person-password", { hint: true, error: errorOf.password })}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
