"use client";

import { useTranslations } from "use-intl";
import type { Column } from "../table/column";
import { RelativeTime } from "../ui/relative-time";
import { State } from "../ui/state";
import type { Person } from "./person";
import { RevokeToken } from "./revoke-token";
import { stateOfToken, type Token, toneOfToken } from "./token";

/** With people, whose token each is stands beside it. */
export function useTokenColumns(people: readonly Person[] | null): Column<Token>[] {
  const t = useTranslations("settings.tokens");
  const never = useTranslations("settings")("never");
  const roleNames = useTranslations("shell.person.roles");
  const person: Column<Token>[] =
    people === null
      ? []
      : [
          {
            id: "person",
            label: t("columns.person"),
            width: "minmax(140px, 2fr)",
            render: ({ operatorId }) =>
              people.find(({ id }) => id === operatorId)?.name ?? <span className="text-faint">{t("gone")}</span>,
          },
        ];
  return [
    {
      id: "name",
      label: t("columns.name"),
      width: "minmax(180px, 3fr)",
      render: ({ name }) => <span className="font-strong">{name}</span>,
    },
    ...person,
    { id: "role", label: t("columns.role"), width: "96px", render: ({ role }) => roleNames(role) },
    {
      id: "state",
      label: t("columns.state"),
      width: "120px",
      render: (token) => {
        const state = stateOfToken(token);
        return <State tone={toneOfToken[state]}>{t(`state.${state}`)}</State>;
      },
    },
    {
      id: "expires",
      label: t("columns.expires"),
      width: "132px",
      phone: "hidden",
      render: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
    },
    {
      id: "used",
      label: t("columns.used"),
      width: "132px",
      phone: "hidden",
      render: ({ usedAt }) =>
        usedAt === null ? <span className="text-faint">{never}</span> : <RelativeTime at={usedAt} />,
    },
    {
      id: "created",
      label: t("columns.created"),
      width: "132px",
      phone: "hidden",
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      id: "actions",
      label: t("columns.actions"),
      width: "100px",
      numeric: true,
      phone: "beside",
      render: (token) => (token.state === "active" ? <RevokeToken token={token} /> : null),
    },
  ];
}
