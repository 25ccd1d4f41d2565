"use client";

import { useTranslations } from "use-intl";
import { armUrl } from "../data/arm-client";
import type { Resource } from "../data/resource";
import { CodeBlock } from "../ui/code-block";
import { Dialog } from "../ui/dialog";
import { Tabs } from "../ui/tabs";

/** The same thing for a script: the document, and the requests that read and write it. */
export function ShowAsCode({ path, resource, onClose }: { path: string; resource: Resource; onClose(): void }) {
  const t = useTranslations("code");
  const url = `${window.location.origin}${armUrl(path)}`;
  const body = JSON.stringify({ properties: resource.properties }, null, 2);
  const token = '-H "Authorization: Bearer $GATEHOUSE_MANAGEMENT_TOKEN"';
  const get = `curl "${url}" \\\n  ${token}`;
  const put = `curl -X PUT "${url}" \\\n  ${token} \\\n  -H "Content-Type: application/json" \\\n  -d '${body.replaceAll("'", "'\\''")}'`;
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      text={t("text")}
    >
      <Tabs
        label={t("title")}
        tabs={[
          { id: "json", text: "JSON", content: <CodeBlock label="JSON" code={JSON.stringify(resource, null, 2)} /> },
          { id: "get", text: "curl GET", content: <CodeBlock label="curl GET" code={get} /> },
          { id: "put", text: "curl PUT", content: <CodeBlock label="curl PUT" code={put} /> },
        ]}
      />
    </Dialog>
  );
}
