"use client";

import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { armUrl } from "../data/arm-client";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { DataTable } from "../table/data-table";
import { TableToolbar } from "../table/table-toolbar";
import { useUrlState } from "../table/use-url-state";
import { Button } from "../ui/button";
import { CodeBlock } from "../ui/code-block";
import { EmptyState } from "../ui/empty-state";
import { later } from "../ui/later";
import { ShownOnce } from "../ui/shown-once";
import type { PersonList } from "./person";
import { SettingsFrame } from "./settings-frame";
import { stateOfToken, type Token, tokenStates } from "./token";
import { useTokenColumns } from "./token-columns";

const CreateToken = later(() => import("./create-token").then((module) => module.CreateToken));

/** Management tokens: one's own, and everybody's for an owner. */
export function TokenList() {
  const t = useTranslations("settings.tokens");
  const none = useTranslations("table.noMatch");
  const { isOwner, email } = useMe();
  const [url, setUrl] = useUrlState();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const query = isOwner ? { all: "true" } : {};
  const { data, error, refetch } = useEndpoint<{ value: Token[] }>("/tokens", { query });
  const people = useEndpoint<PersonList>("/operators", { enabled: isOwner }).data?.value;
  useActions([
    {
      id: "create-token",
      group: "create",
      label: t("create"),
      icon: Plus,
      shortcut: "c",
      run: () => setCreating(true),
    },
  ]);
  const myId = people?.find((person) => person.email === email)?.id;
  const nameOf = ({ operatorId }: Token) => people?.find(({ id }) => id === operatorId)?.name ?? "";
  const [filter, state, whose] = [url.get("filter") ?? "", url.get("state") ?? "", url.get("whose") ?? ""];
  const wanted = filter.trim().toLowerCase();
  const shown = data?.value.filter(
    (token) =>
      (wanted === "" || `${token.name} ${nameOf(token)}`.toLowerCase().includes(wanted)) &&
      (state === "" || stateOfToken(token) === state) &&
      (whose === "" || (whose === "mine") === (token.operatorId === myId)),
  );
  const columns = useTokenColumns(isOwner ? (people ?? []) : null);
  const createButton = (
    <Button tone="primary" onClick={() => setCreating(true)}>
      <Plus size={16} aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <SettingsFrame lead={t("lead")} actions={createButton}>
      {made === null ? null : (
        <div className="mb-4">
          <ShownOnce
            key={made.token}
            title={t("shown.title", { name: made.name })}
            warning={t("shown.warning")}
            secret={made.token}
            doneLabel={t("shown.done")}
            onDone={() => setMade(null)}
          >
            <p className="font-strong">{t("shown.example")}</p>
            <CodeBlock code={example()} label={t("shown.example")} wrap />
          </ShownOnce>
        </div>
      )}
      {error !== null ? (
        <FailurePanel error={error} where="/tokens" onRetry={() => void refetch()} />
      ) : (
        <>
          <TableToolbar
            filter={filter}
            onFilter={(text) => setUrl({ filter: text })}
            facets={[
              {
                id: "state",
                label: t("facetState"),
                value: state,
                options: tokenStates.map((value) => ({ value, label: t(`state.${value}`) })),
              },
              ...(isOwner
                ? [
                    {
                      id: "whose",
                      label: t("facetWhose"),
                      value: whose,
                      options: (["mine", "others"] as const).map((value) => ({ value, label: t(value) })),
                    },
                  ]
                : []),
            ]}
            onFacet={(id, value) => setUrl({ [id]: value })}
            count={shown?.length}
            columns={[]}
            onColumn={() => {}}
            selected={0}
            onClear={() => {}}
            actions={null}
          />
          <DataTable<Token>
            label={t("label")}
            columns={columns}
            count={shown?.length}
            at={(row) => shown?.[row]}
            keyOf={({ id }) => id}
            empty={
              data?.value.length === 0 ? (
                <EmptyState icon={KeyRound} title={t("empty.title")} text={t("empty.text")} actions={createButton} />
              ) : (
                <EmptyState
                  icon={KeyRound}
                  title={none("title")}
                  text={none("text")}
                  actions={
                    <Button onClick={() => setUrl({ filter: null, state: null, whose: null })}>{none("clear")}</Button>
                  }
                />
              )
            }
          />
        </>
      )}
      {creating ? (
        <CreateToken
          onClose={() => setCreating(false)}
          onMade={(name, token) => {
            setCreating(false);
            setMade({ name, token });
          }}
        />
      ) : null}
    </SettingsFrame>
  );
}

const example = () =>
  `curl -H "Authorization: Bearer $GATEHOUSE_MANAGEMENT_TOKEN" \\\n  "${window.location.origin}${armUrl("/backends")}"`;
