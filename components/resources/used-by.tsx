"use client";

import { useTranslations } from "use-intl";
import { useEndpoint } from "../data/use-endpoint";
import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";
import { TextLink } from "../ui/text-link";
import { FailurePanel } from "./failure";
import { portalPath, readableId } from "./portal-path";

export interface Use {
  /** Who uses it. */
  from: string;
  /** What of it: the document itself or something below it. */
  to: string;
}

export const useUsedBy = (path: string, enabled = true) =>
  useEndpoint<{ value: Use[]; count?: number }>(`${path}/usedBy`, { enabled });

/** Where a document is used. Deleting it is refused as long as this list is not empty. */
export function UsedBy({ path }: { path: string }) {
  const t = useTranslations("usedBy");
  const { data, error, refetch } = useUsedBy(path);
  return (
    <Card title={t("title", { count: data?.value.length ?? 0 })} flush>
      {error !== null ? (
        <div className="p-4">
          <FailurePanel error={error} where={path} onRetry={() => void refetch()} />
        </div>
      ) : data === undefined ? (
        <div className="p-4">
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : data.value.length === 0 ? (
        <p className="px-4 py-3 text-muted">{t("none")}</p>
      ) : (
        <ul className="max-h-80 divide-y divide-line overflow-y-auto">
          {data.value.map((use) => (
            <UseRow key={`${use.from}:${use.to}`} use={use} />
          ))}
        </ul>
      )}
    </Card>
  );
}

export function UseRow({ use }: { use: Use }) {
  const href = portalPath(use.from);
  return (
    <li className="flex min-h-9 items-center px-4 py-1">
      {href === null ? (
        <span className="break-all">{readableId(use.from)}</span>
      ) : (
        <TextLink href={href} className="break-all">
          {readableId(use.from)}
        </TextLink>
      )}
    </li>
  );
}
