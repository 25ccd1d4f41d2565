"use client";

import { Braces, CopyPlus, Ellipsis, Link2, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Document } from "../data/use-document";
import { withDraft } from "../drafts/with-draft";
import { useMe } from "../shell/me";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu";
import { toasts } from "../ui/toasts";
import { type KindView, pathOf } from "./kind-view";

const ShowAsCode = dynamic(() => import("./show-as-code").then((module) => module.ShowAsCode), { ssr: false });
const DeleteDialog = dynamic(() => import("./delete-dialog").then((module) => module.DeleteDialog), { ssr: false });

/** What else can be done with a document. */
export function ResourceMenu({
  view,
  name,
  document,
  draft,
}: {
  view: KindView;
  name: string;
  document: Document;
  draft: string | null;
}) {
  const t = useTranslations("resource.menu");
  const router = useRouter();
  const { mayEdit } = useMe();
  const [panel, setPanel] = useState<"code" | "delete" | null>(null);
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    toasts.show({ tone: "info", title: t("linkCopied") });
  };
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("label")} className="border border-line-control" />}>
        {draft === null ? (
          <MenuItem icon={Braces} onSelect={() => setPanel("code")}>
            {t("code")}
          </MenuItem>
        ) : null}
        <MenuItem icon={Link2} onSelect={() => void copyLink()}>
          {t("link")}
        </MenuItem>
        {mayEdit ? (
          <>
            <MenuItem
              icon={CopyPlus}
              onSelect={() => router.push(withDraft(`${view.href}/new?from=${encodeURIComponent(name)}`, draft))}
            >
              {t("duplicate")}
            </MenuItem>
            {view.permanent?.(name) ? null : (
              <>
                <MenuSeparator />
                <MenuItem icon={Trash2} tone="danger" onSelect={() => setPanel("delete")}>
                  {t("delete")}
                </MenuItem>
              </>
            )}
          </>
        ) : null}
      </Menu>
      {panel === "code" ? (
        <ShowAsCode path={pathOf(view, name)} resource={document.resource} onClose={() => setPanel(null)} />
      ) : null}
      {panel === "delete" ? (
        <DeleteDialog
          {...{ view, name, draft }}
          title={view.titleOf(document.resource)}
          onClose={() => setPanel(null)}
        />
      ) : null}
    </>
  );
}
