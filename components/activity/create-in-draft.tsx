"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { withDraft } from "../drafts/with-draft";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";

const kinds = [
  ["apis", "/apis"],
  ["backends", "/backends"],
  ["namedValues", "/named-values"],
  ["products", "/products"],
  ["policyFragments", "/policy-fragments"],
  ["certificates", "/certificates"],
  ["subscriptions", "/api-subscriptions"],
] as const;

/** Makes something new that only this draft has until it is published. */
export function CreateInDraft({ draft }: { draft: string }) {
  const t = useTranslations("activity.drafts");
  const text = useLooseText();
  const router = useRouter();
  return (
    <Menu
      trigger={
        <Button size="small">
          <Plus size={16} aria-hidden />
          {t("create")}
        </Button>
      }
    >
      {kinds.map(([kind, href]) => (
        <MenuItem key={kind} onSelect={() => router.push(withDraft(`${href}/new`, draft))}>
          {text(`kinds.${kind}.create`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
