"use client";

import { useTranslations } from "use-intl";
import { Badge } from "../ui/badge";
import { TextLink } from "../ui/text-link";

/** To what a revision did. */
export function RevisionLink({ revision }: { revision: number }) {
  const t = useTranslations("gateways");
  return (
    <TextLink href={`/activity/compare?from=${revision - 1}&to=${revision}`} className="min-h-6 content-center">
      <Badge mono>{t("revision", { revision })}</Badge>
    </TextLink>
  );
}
