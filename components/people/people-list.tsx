"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { later } from "../ui/later";
import { RelativeTime } from "../ui/relative-time";
import { ShownOnce } from "../ui/shown-once";
import { State, type StateTone } from "../ui/state";
import { type MadePassword, type Person, type PersonList, stateOfPerson } from "./person";
import { PersonActions } from "./person-actions";
import { SettingsFrame } from "./settings-frame";

const AddPerson = later(() => import("./add-person").then((module) => module.AddPerson));

const tones: Readonly<Record<ReturnType<typeof stateOfPerson>, StateTone>> = {
  active: "good",
  invited: "info",
  disabled: "idle",
};

/** Who may sign in. For owners. */
export function PeopleList({ provider }: { provider: string | null }) {
  const t = useTranslations("settings.people");
  const { isOwner } = useMe();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadePassword | null>(null);
  const { data, error, refetch } = useEndpoint<PersonList>("/operators", { enabled: isOwner });
  useActions(
    isOwner
      ? [
          {
            id: "add-person",
            group: "create",
            label: t("add"),
            icon: UserPlus,
            shortcut: "c",
            run: () => setAdding(true),
          },
        ]
      : [],
  );
  const people = data?.value;
  const columns = useColumns(people ?? [], setMade);
  return (
    <SettingsFrame
      ownersOnly
      lead={t("lead")}
      actions={
        <Button tone="primary" onClick={() => setAdding(true)}>
          <UserPlus size={16} aria-hidden />
          {t("add")}
        </Button>
      }
    >
      {error === null ? (
        <div className="flex flex-col gap-4">
          {made === null ? null : (
            <ShownOnce
              key={made.password}
              title={t("shown.title", { email: made.email })}
              warning={t("shown.warning")}
              secret={made.password}
              doneLabel={t("shown.done")}
              onDone={() => setMade(null)}
            />
          )}
          <DataTable<Person>
            label={t("label")}
            columns={columns}
            count={people?.length}
            at={(row) => people?.[row]}
            keyOf={(person) => person.id}
          />
          {people?.length === 1 ? (
            <Card>
              <EmptyState icon={UserPlus} title={t("alone.title")} text={t("alone.text")} />
            </Card>
          ) : null}
        </div>
      ) : (
        <FailurePanel error={error} where="/operators" onRetry={() => void refetch()} />
      )}
      {adding ? (
        <AddPerson
          provider={provider}
          onClose={() => setAdding(false)}
          onMade={(password) => {
            setAdding(false);
            setMade(password);
          }}
        />
      ) : null}
    </SettingsFrame>
  );
}

function useColumns(people: readonly Person[], onMade: (made: MadePassword) => void): Column<Person>[] {
  const t = useTranslations("settings.people");
  const never = useTranslations("settings")("never");
  const roleNames = useTranslations("shell.person.roles");
  const me = useMe();
  return [
    {
      id: "name",
      label: t("columns.name"),
      width: "minmax(160px, 2fr)",
      render: ({ name, email }) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-strong">{name}</span>
          {email === me.email ? <Badge>{t("you")}</Badge> : null}
        </span>
      ),
    },
    { id: "email", label: t("columns.email"), width: "minmax(200px, 3fr)", render: ({ email }) => email },
    { id: "role", label: t("columns.role"), width: "96px", render: ({ role }) => roleNames(role) },
    {
      id: "state",
      label: t("columns.state"),
      width: "120px",
      render: (person) => {
        const state = stateOfPerson(person);
        return <State tone={tones[state]}>{t(`state.${state}`)}</State>;
      },
    },
    {
      id: "signIn",
      label: t("columns.signIn"),
      width: "140px",
      phone: "hidden",
      render: ({ signIn }) => t(`signIn.${signIn}`),
    },
    {
      id: "signedInAt",
      label: t("columns.signedInAt"),
      width: "156px",
      phone: "hidden",
      render: ({ signedInAt }) =>
        signedInAt === null ? <span className="text-faint">{never}</span> : <RelativeTime at={signedInAt} />,
    },
    {
      id: "actions",
      label: t("columns.actions"),
      width: "96px",
      numeric: true,
      phone: "beside",
      render: (person) => <PersonActions person={person} people={people} onMade={onMade} />,
    },
  ];
}
