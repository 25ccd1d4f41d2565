"use client";

import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { ChangePassword } from "./change-password";
import type { Person } from "./person";
import { SettingsFrame } from "./settings-frame";

/** Who is signed in, and their own password. */
export function OwnAccount({ minPasswordLength }: { minPasswordLength: number }) {
  const t = useTranslations("settings.account");
  const signIns = useTranslations("settings.people.signIn");
  const roleNames = useTranslations("shell.person.roles");
  const { data, error, refetch } = useEndpoint<{ operator: Person | null }>("/me");
  const person = data?.operator;
  return (
    <SettingsFrame lead={t("lead")}>
      {error !== null ? (
        <FailurePanel error={error} where="/me" onRetry={() => void refetch()} />
      ) : person === undefined || person === null ? (
        <Skeleton className="h-48" />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Card title={t("facts.title")}>
            <Facts>
              <Fact name={t("facts.name")}>{person.name}</Fact>
              <Fact name={t("facts.email")}>{person.email}</Fact>
              <Fact name={t("facts.role")}>{roleNames(person.role)}</Fact>
              <Fact name={t("facts.signIn")}>{signIns(person.signIn)}</Fact>
              <Fact name={t("facts.since")}>
                <RelativeTime at={person.createdAt} />
              </Fact>
            </Facts>
          </Card>
          <Card title={t("password.title")}>
            {person.signIn === "password" ? (
              <ChangePassword email={person.email} minLength={minPasswordLength} />
            ) : (
              <p className="text-muted">{t("password.external")}</p>
            )}
          </Card>
        </div>
      )}
    </SettingsFrame>
  );
}
