"use client";

import { useTranslations } from "use-intl";
import type { LineOrigin } from "@/policy/effective/effective-document";
import { useMe } from "../../shell/me";
import { useUrlState } from "../../table/use-url-state";
import { classNames } from "../../ui/class-names";
import { TextLink } from "../../ui/text-link";
import { policyHref } from "../chain/policy-href";
import type { ChainLink } from "../chain/use-chain";

const colours: Readonly<Record<LineOrigin["scope"], string>> = {
  global: "text-muted",
  product: "text-backend",
  api: "text-inbound",
  operation: "text-outbound",
};

/** Where a line was written, and the way there. */
export function LineOriginLabel({ origin, chain }: { origin: LineOrigin; chain: readonly ChainLink[] }) {
  const t = useTranslations("effective");
  const { mayEdit } = useMe();
  const [url] = useUrlState();
  const { scope, fragment, path, line, offset } = origin;
  const owner = fragment === null ? origin.owner : (path ?? origin.owner);
  const owned = chain.find((link) => link.owner === origin.owner)?.title ?? origin.owner;
  const title = path === null ? t("builtIn") : fragment === null ? owned : t("fragment", { name: fragment });
  const isGlobal = scope === "global" && fragment === null && path !== null;
  const whole = t("origin", { scope: isGlobal ? "" : t(`scope.${scope}`), title, line }).trim();
  const action = t(mayEdit ? "editThere" : "openThere");
  return (
    <span className="flex min-h-6 min-w-0 items-center gap-2 text-xs" title={whole}>
      <span className={classNames("shrink-0 font-strong", colours[scope])}>{t(`scope.${scope}`)}</span>
      {isGlobal ? null : <span className="min-w-0 truncate text-muted">{title}</span>}
      {path === null ? null : (
        <TextLink
          href={policyHref(owner, { offset, view: "code", draft: url.get("draft") })}
          aria-label={`${action}: ${whole}`}
          className="ml-auto flex min-h-6 shrink-0 items-center"
        >
          {action}
        </TextLink>
      )}
    </span>
  );
}
