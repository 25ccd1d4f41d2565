"use client";

import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { UnsavedGuard } from "../form/unsaved-guard";
import { ConflictDialog } from "../resources/conflict-dialog";
import { FailurePanel, useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { useRemove } from "../resources/use-remove";
import { useSave } from "../resources/use-save";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { PolicyProblems } from "./policy-problems";

const blank = `<policies>
    <inbound>
        <base />
    </inbound>
    <backend>
        <base />
    </backend>
    <outbound>
        <base />
    </outbound>
    <on-error>
        <base />
    </on-error>
</policies>
`;
const query = { format: "rawxml" };

export function PolicyText({ path, document }: { path: string; document: Document | null }) {
  const t = useTranslations("policy");
  const { mayEdit } = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const { value } = document?.resource.properties ?? {};
  const stored = typeof value === "string" ? value : "";
  const [text, setText] = useState(document === null ? blank : stored);
  const { save, busy, error, conflict, clear } = useSave(path, query);
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const remove = useRemove();
  const dirty = document === null ? text !== blank : text !== stored;
  const publish = async (properties: { value: string; format: string }, etag: string | null) => {
    const answer = await save(properties, etag === null ? { ifNoneMatch: "*" } : { ifMatch: etag });
    if (answer !== undefined) announce(t("published"), answer.revision);
  };
  const removePolicy = async () => {
    try {
      announce(t("removed"), await remove([path], t("remove")));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t(document === null ? "none" : "lead")}</p>
      {error === null ? null : error.details.length > 0 ? (
        <PolicyProblems error={error} text={text} area={area} />
      ) : (
        <FailurePanel error={error} where={path} />
      )}
      <Textarea
        ref={area}
        mono
        wrap="off"
        rows={24}
        aria-label={t("label")}
        readOnly={!mayEdit}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {mayEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            busy={busy}
            disabled={!dirty && document !== null}
            onClick={() => void publish({ value: text, format: "rawxml" }, document?.etag ?? null)}
          >
            {t("publish")}
          </Button>
          <Button
            disabled={!dirty}
            onClick={() => {
              clear();
              setText(document === null ? blank : stored);
            }}
          >
            {t("discard")}
          </Button>
          <div className="flex-1" />
          {document === null ? null : (
            <Button tone="ghost" onClick={() => void removePolicy()}>
              <Trash2 size={16} aria-hidden />
              {t("remove")}
            </Button>
          )}
        </div>
      ) : null}
      <UnsavedGuard active={dirty && mayEdit} />
      {conflict === null ? null : (
        <ConflictDialog
          base={{ value: stored }}
          mine={{ value: text }}
          theirs={{
            ...conflict.theirs,
            resource: {
              ...conflict.theirs.resource,
              properties: { value: conflict.theirs.resource.properties.value ?? "" },
            },
          }}
          changedBy={conflict.changedBy}
          labelOf={() => t("label")}
          busy={busy}
          onPublish={(merged) => void publish({ value: String(merged.value), format: "rawxml" }, conflict.theirs.etag)}
          onTakeTheirs={() => {
            clear();
            setText(String(conflict.theirs.resource.properties.value ?? ""));
          }}
          onClose={clear}
        />
      )}
    </div>
  );
}
