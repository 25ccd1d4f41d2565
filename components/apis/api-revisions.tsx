"use client";

import { useTranslations } from "use-intl";
import { quoted } from "../data/odata";
import { lastSegment } from "../data/resource";
import { useFirstOf } from "../data/use-collection";
import { useEndpoint } from "../data/use-endpoint";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { RelativeTime } from "../ui/relative-time";
import { State } from "../ui/state";
import { TextLink } from "../ui/text-link";

interface Revision {
  apiId: string;
  apiRevision: string;
  createdDateTime: string;
  description?: string;
  isCurrent: boolean;
}

/** The revisions of an API, and its sisters in other versions. */
export function ApiRevisions({ name, versionSetId }: { name: string; versionSetId: string | null }) {
  const t = useTranslations("kinds.apis.revisions");
  const { data } = useEndpoint<{ value: Revision[] }>(`/apis/${name}/revisions`);
  const versions = useFirstOf("/apis", {
    filter: versionSetId === null ? undefined : `apiVersionSetId eq ${quoted(versionSetId)}`,
    enabled: versionSetId !== null,
  });
  return (
    <Card title={t("title")} flush>
      <ul className="divide-y divide-line">
        {data?.value.map((revision) => (
          <li key={revision.apiRevision} className="flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1.5">
            {revision.isCurrent ? (
              <Badge mono>{revision.apiRevision}</Badge>
            ) : (
              <TextLink href={`/apis/${encodeURIComponent(lastSegment(revision.apiId))}`}>
                <Badge mono>{revision.apiRevision}</Badge>
              </TextLink>
            )}
            {revision.isCurrent ? <State tone="good">{t("current")}</State> : null}
            <span className="min-w-0 flex-1 truncate">{revision.description}</span>
            <span className="text-muted">
              <RelativeTime at={revision.createdDateTime} />
            </span>
          </li>
        ))}
      </ul>
      {versionSetId === null || versions.data === undefined ? null : (
        <div className="border-line border-t px-4 py-2.5">
          <h3 className="mb-1 text-muted text-xs">{t("versions")}</h3>
          <div className="flex flex-wrap gap-2">
            {versions.data.value.map((api) => (
              <TextLink key={api.name} href={`/apis/${encodeURIComponent(api.name)}`}>
                <Badge mono>{String(api.properties.apiVersion || t("original"))}</Badge>
              </TextLink>
            ))}
          </div>
        </div>
      )}
    </Card>
  );
}
