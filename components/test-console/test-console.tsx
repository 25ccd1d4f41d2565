"use client";

import { Waypoints } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import { FailurePanel } from "../resources/failure";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { useUrlState } from "../table/use-url-state";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { AnswerView } from "./answer-view";
import { asCurl } from "./as-curl";
import { type ConsoleRequest, useSend } from "./console-answer";
import { describeOperation } from "./operation-description";
import { RequestForm } from "./request-form";

const shownAtMost = 1000;

/** Try an operation: choose it, fill it in, see what the gateway answers. The address holds what was chosen. */
export function TestConsole() {
  const t = useTranslations("console");
  const { mayEdit } = useMe();
  const [search, change] = useUrlState();
  const apis = useFirstOf("/apis", { orderBy: "displayName", top: shownAtMost });
  const api = apis.data?.value.find(({ name }) => name === search.get("api")) ?? apis.data?.value[0];
  const operations = useFirstOf(`/apis/${api?.name}/operations`, {
    orderBy: "displayName",
    top: shownAtMost,
    enabled: api !== undefined,
  });
  // Until those of another API have come, the former's are of no use.
  const listed = operations.isPlaceholderData ? undefined : operations.data;
  const operation = listed?.value.find(({ name }) => name === search.get("operation")) ?? listed?.value[0];
  const subscriptions = useFirstOf("/subscriptions", { orderBy: "displayName", top: shownAtMost });
  const needsKey = api?.properties.subscriptionRequired !== false;
  // "none" is chosen; without any choice an API that needs a key gets the first there is.
  const chosen = search.get("key");
  const subscription =
    chosen === "none" ? "" : (chosen ?? (needsKey ? (subscriptions.data?.value[0]?.name ?? "") : ""));
  const send = useSend();
  const [sent, setSent] = useState<(ConsoleRequest & { method: string; keyHeader: string }) | null>(null);
  const isReady = listed !== undefined && subscriptions.data !== undefined;
  const failure = apis.error ?? operations.error ?? subscriptions.error;

  return (
    <Page>
      <PageHeader title={t("title")} lead={mayEdit ? t("lead") : t("readOnly")} />
      {failure === null ? null : <FailurePanel error={failure} />}
      {apis.data?.count === 0 ? (
        <EmptyState
          icon={Waypoints}
          title={t("noApi.title")}
          text={t("noApi.text")}
          actions={
            <Button asChild tone="primary">
              <Link href="/apis">{t("noApi.open")}</Link>
            </Button>
          }
        />
      ) : (
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              <Field id="console-api" label={t("api")}>
                <Select
                  id="console-api"
                  value={api?.name ?? ""}
                  onChange={(event) => change({ api: event.target.value, operation: null })}
                  options={(apis.data?.value ?? []).map(({ name, properties }) => ({
                    value: name,
                    label: String(properties.displayName ?? name),
                  }))}
                />
              </Field>
              <Field id="console-operation" label={t("operation")}>
                <Select
                  id="console-operation"
                  value={operation?.name ?? ""}
                  onChange={(event) => change({ api: api?.name ?? null, operation: event.target.value })}
                  options={(operations.data?.value ?? []).map(({ name, properties }) => ({
                    value: name,
                    label: `${properties.method} ${properties.displayName ?? name}`,
                  }))}
                />
              </Field>
            </div>
            {listed?.count === 0 ? (
              <p className="text-muted">{t("noOperation")}</p>
            ) : operation === undefined || api === undefined || subscriptions.data === undefined ? (
              <Skeleton className="h-80 w-full" />
            ) : (
              <RequestForm
                key={operation.id}
                apiId={api.name}
                operation={operation}
                subscriptions={subscriptions.data.value}
                subscription={subscription}
                onSubscription={(name) => change({ key: name === "" ? "none" : name })}
                busy={send.isPending}
                onSend={(request) => {
                  setSent({ ...request, method: describeOperation(operation).method, keyHeader: keyHeaderOf(api) });
                  send.mutate(request);
                }}
              />
            )}
          </div>
          {/* On a phone it stands below the form, and must not be pushed down when that comes. */}
          <section
            aria-label={t("answer.label")}
            aria-live="polite"
            className={classNames("min-w-0", !isReady && "max-lg:hidden")}
          >
            {send.error === null ? (
              <AnswerView
                answer={send.data}
                curl={
                  send.data === undefined || sent === null
                    ? null
                    : asCurl({
                        method: sent.method,
                        url: send.data.url,
                        headers: sent.headers,
                        keyHeader: sent.subscriptionId === null && sent.key === null ? null : sent.keyHeader,
                        body: sent.body,
                      })
                }
              />
            ) : (
              <FailurePanel error={send.error} />
            )}
          </section>
        </div>
      )}
    </Page>
  );
}

function keyHeaderOf(api: { properties: { [name: string]: unknown } } | undefined): string {
  const names = api?.properties.subscriptionKeyParameterNames as { header?: string } | undefined;
  return names?.header ?? "Ocp-Apim-Subscription-Key";
}
