"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { toasts } from "../ui/toasts";
import type { Person } from "./person";

type Changeable = Pick<Person, "role" | "disabled">;

/** Changes what somebody may do, says so, and offers the way back. */
export function useChangePerson(): (person: Person, to: Partial<Changeable>) => Promise<void> {
  const t = useTranslations("settings.people.done");
  const roleNames = useTranslations("shell.person.roles");
  const client = useQueryClient();
  const fail = useFailureToast();
  async function change(person: Person, to: Partial<Changeable>): Promise<void> {
    const { id, email, name, role, disabled } = person;
    const next = { role, disabled, ...to };
    if (next.role === role && next.disabled === disabled) return;
    try {
      await ask(`/operators/${id}`, { method: "PUT", body: { email, name, ...next } });
      await client.invalidateQueries({ queryKey: queryKeys.endpoint("/operators") });
    } catch (error) {
      fail(error);
      return;
    }
    const title =
      next.role === role
        ? t(next.disabled ? "disabled" : "enabled", { name })
        : t("role", { name, role: roleNames(next.role) });
    const back = { ...person, ...next };
    toasts.show({
      tone: "good",
      title,
      action: { label: t("undo"), run: () => void change(back, { role, disabled }) },
    });
  }
  return change;
}
