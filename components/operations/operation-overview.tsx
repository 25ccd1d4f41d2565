"use client";

import { useTranslations } from "use-intl";
import type { Json } from "@/lib/json";
import type { Document } from "../data/use-document";
import { isObject } from "../diff/is-object";
import { OverviewLayout } from "../resources/overview-layout";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { Method } from "./method";
import { Parameters, parametersOf } from "./parameters";

export function OperationOverview({ path, document }: { path: string; document: Document }) {
  const t = useTranslations("kinds.operations.overview");
  const { properties } = document.resource;
  const request = isObject(properties.request) ? properties.request : {};
  const responses = Array.isArray(properties.responses) ? properties.responses.filter(isObject) : [];
  const groups: [string, Json | undefined][] = [
    [t("template"), properties.templateParameters],
    [t("query"), request.queryParameters],
    [t("headers"), request.headers],
  ];
  return (
    <OverviewLayout path={path} document={document} used={false}>
      <Card title={t("title")}>
        <Facts>
          <Fact name={t("route")}>
            <span className="flex min-w-0 items-center">
              <Method method={String(properties.method ?? "")} />
              <code className="min-w-0 break-all text-xs">{String(properties.urlTemplate ?? "")}</code>
            </span>
          </Fact>
          {typeof properties.description === "string" && properties.description !== "" ? (
            <Fact name={t("description")}>{properties.description}</Fact>
          ) : null}
        </Facts>
      </Card>
      {groups.map(([title, list]) =>
        parametersOf(list).length === 0 ? null : <Parameters key={title} title={title} list={parametersOf(list)} />,
      )}
      {responses.length === 0 ? null : (
        <Card title={t("responses")} flush>
          <ul className="divide-y divide-line">
            {responses.map((response) => (
              <li key={String(response.statusCode)} className="flex min-h-9 items-center gap-3 px-4 py-1.5">
                <Badge mono>{String(response.statusCode)}</Badge>
                <span className="min-w-0 break-words">{String(response.description ?? "")}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </OverviewLayout>
  );
}
