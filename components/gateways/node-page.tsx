"use client";

import { RadioTower } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { FailurePanel } from "../resources/failure";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { EmptyState } from "../ui/empty-state";
import { ErrorPanel } from "../ui/error-panel";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { ForgetNode } from "./forget-node";
import type { GatewayNode } from "./gateway-node";
import { NodeReceipts } from "./node-receipts";
import { NodeState } from "./node-state";
import { useNodes } from "./use-nodes";

/** One gateway node: what it is, what it serves, what it answered. */
export function NodePage({ name }: { name: string }) {
  const t = useTranslations("gateways");
  const words = useTranslations("resource");
  const { mayEdit } = useMe();
  const { nodes, error, refetch } = useNodes();
  const node = nodes?.find((each) => each.name === name);
  return (
    <Page>
      <PageHeader
        crumbs={[{ text: t("title"), href: "/gateways" }, { text: name }]}
        crumbsLabel={words("breadcrumbs")}
        title={name}
        aside={node === undefined ? undefined : <NodeState node={node} />}
        actions={node === undefined || node.connected || !mayEdit ? undefined : <ForgetNode name={name} />}
      />
      {error !== null ? (
        <FailurePanel error={error} where="/nodes" onRetry={() => void refetch()} />
      ) : nodes === undefined ? (
        <Skeleton className="h-64" />
      ) : node === undefined ? (
        <Card>
          <EmptyState
            icon={RadioTower}
            title={t("node.absent.title", { name })}
            text={t("node.absent.text")}
            actions={
              <Button asChild>
                <Link href="/gateways">{t("node.absent.all")}</Link>
              </Button>
            }
          />
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          {node.connected && node.refused !== null ? (
            <ErrorPanel
              title={t("node.refusedTitle", { revision: node.revision })}
              details={[{ message: node.refused }]}
              next={t("node.refusedNext")}
            />
          ) : null}
          <NodeFacts node={node} />
          <NodeReceipts node={name} />
        </div>
      )}
    </Page>
  );
}

function NodeFacts({ node }: { node: GatewayNode }) {
  const t = useTranslations("gateways");
  return (
    <Card title={t("node.facts")}>
      {node.connected ? null : <p className="mb-2 text-muted">{t("node.awayText", { revision: node.revision })}</p>}
      <Facts>
        <Fact name={t("node.state")}>
          <NodeState node={node} />
        </Fact>
        <Fact name={t("node.revision")}>
          <span className="tabular-nums">{t("revision", { revision: node.revision })}</span>
        </Fact>
        <Fact name={t("node.lag")}>{t("lag", { count: node.lag })}</Fact>
        <Fact name={t("node.latency")}>
          {node.latencyMs === null ? (
            t("unknown")
          ) : (
            <>
              <span className="tabular-nums">{t("ms", { ms: node.latencyMs })}</span>{" "}
              <span className="text-muted">{t("node.latencyHint")}</span>
            </>
          )}
        </Fact>
        <Fact name={t("node.addresses")}>
          {node.addresses.length === 0 ? <span className="text-muted">{t("node.noAddress")}</span> : null}
          {node.addresses.map((address) => (
            <span key={address} className="flex items-center gap-1">
              <code className="break-all text-xs">{address}</code>
              <CopyButton text={address} />
            </span>
          ))}
        </Fact>
        <Fact name={t("node.version")}>{node.version}</Fact>
        <Fact name={t("node.since")}>
          <RelativeTime at={node.startedAt} />
        </Fact>
        <Fact name={t("node.seen")}>{node.connected ? t("now") : <RelativeTime at={node.seenAt} />}</Fact>
      </Facts>
    </Card>
  );
}
