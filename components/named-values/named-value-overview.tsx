"use client";

import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { isObject } from "../diff/is-object";
import { useFailureToast } from "../resources/failure";
import { OverviewLayout } from "../resources/overview-layout";
import { useMe } from "../shell/me";
import { useSaid } from "../text/use-said";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { SecretValue } from "../ui/secret-value";
import { State } from "../ui/state";
import { readNamedValue } from "./read-named-value";

export function NamedValueOverview({ path, document }: { path: string; document: Document }) {
  const t = useTranslations("kinds.namedValues");
  const fail = useFailureToast();
  const said = useSaid("said");
  const { mayEdit } = useMe();
  const { displayName, value, secret, tags, keyVault } = document.resource.properties;
  const reference = `{{${displayName}}}`;
  const hidden = secret === true || isObject(keyVault);
  const status = isObject(keyVault) && isObject(keyVault.lastStatus) ? keyVault.lastStatus : null;
  return (
    <OverviewLayout path={path} document={document}>
      <Card title={t("overview.title")}>
        <Facts>
          <Fact name={t("overview.reference")}>
            <span className="flex items-center gap-1">
              <code className="break-all text-xs">{reference}</code>
              <CopyButton text={reference} />
            </span>
          </Fact>
          <Fact name={t("fields.value.label")}>
            {hidden ? (
              <SecretValue
                name={t("fields.value.label")}
                read={() => readNamedValue(path)}
                onFailure={fail}
                allowed={mayEdit}
              />
            ) : (
              <code className="whitespace-pre-wrap break-all text-xs">{typeof value === "string" ? value : ""}</code>
            )}
          </Fact>
          {isObject(keyVault) ? (
            <Fact name={t("fromVault")}>
              <code className="break-all text-xs">{String(keyVault.secretIdentifier ?? "")}</code>
            </Fact>
          ) : null}
          {status === null ? null : (
            <Fact name={t("overview.lastRead")}>
              <State tone={status.code === "Success" ? "good" : "bad"}>
                {said(String(status.message || status.code || ""))}
              </State>
              {typeof status.timeStampUtc === "string" ? <RelativeTime at={status.timeStampUtc} /> : null}
            </Fact>
          )}
          {Array.isArray(tags) && tags.length > 0 ? (
            <Fact name={t("fields.tags.label")}>
              <span className="flex flex-wrap gap-1">
                {tags.map((tag) => (
                  <Badge key={String(tag)}>{String(tag)}</Badge>
                ))}
              </span>
            </Fact>
          ) : null}
        </Facts>
      </Card>
    </OverviewLayout>
  );
}
