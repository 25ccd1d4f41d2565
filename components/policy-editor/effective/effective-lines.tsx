"use client";

import { useTranslations } from "use-intl";
import type { EffectiveDocument, LineOrigin } from "@/policy/effective/effective-document";
import { useMe } from "../../shell/me";
import { useUrlState } from "../../table/use-url-state";
import { classNames } from "../../ui/class-names";
import { TextLink } from "../../ui/text-link";
import { policyHref } from "../chain/policy-href";
import type { ChainLink } from "../chain/use-chain";

/** The lines of the effective document; where one begins that was written elsewhere than the one before, it says where. */
export function EffectiveLines({
  effective,
  chain,
  only,
  find,
}: {
  effective: EffectiveDocument;
  chain: readonly ChainLink[];
  /** The owner whose lines alone are shown; null shows all. */
  only: string | null;
  find: string;
}) {
  const t = useTranslations("effective");
  const wanted = find.trim().toLowerCase();
  const all = effective.text.split("\n");
  const lines = all
    .map((text, index) => ({ text, number: index + 1, origin: effective.origins[index] ?? null }))
    .filter(({ text, origin }) => (only === null || origin?.owner === only) && text.toLowerCase().includes(wanted));
  return (
    <>
      <p role="status" className="text-muted text-xs">
        {lines.length === 0 ? t("none") : t("lines", { shown: lines.length, count: all.length })}
      </p>
      <ol aria-label={t("label")} className="min-w-0 overflow-hidden rounded-card border border-line bg-surface">
        {lines.map(({ text, number, origin }, index) => {
          const isFirst = index === 0 || !sameDocument(origin, lines[index - 1]?.origin ?? null);
          return (
            <li
              key={number}
              className={classNames(
                "flex flex-col [contain-intrinsic-size:auto_24px] [content-visibility:auto] hover:bg-hover sm:flex-row-reverse",
                isFirst && index > 0 && "border-line border-t",
              )}
            >
              <span className="w-full shrink-0 px-3 sm:w-72 sm:border-line sm:border-l">
                {isFirst && origin !== null ? <Origin origin={origin} chain={chain} /> : null}
              </span>
              <span className="flex min-w-0 flex-1">
                <span
                  aria-hidden
                  className="w-12 shrink-0 bg-sunken pr-2 text-right font-mono text-faint text-xs leading-6"
                >
                  {number}
                </span>
                <code className="min-w-0 flex-1 whitespace-pre-wrap break-words px-2 text-xs leading-6">
                  {text === "" ? " " : text}
                </code>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const colours: Readonly<Record<LineOrigin["scope"], string>> = {
  global: "text-muted",
  product: "text-backend",
  api: "text-inbound",
  operation: "text-outbound",
};

function Origin({ origin, chain }: { origin: LineOrigin; chain: readonly ChainLink[] }) {
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

const sameDocument = (a: LineOrigin | null, b: LineOrigin | null): boolean =>
  a === b || (a !== null && b !== null && a.owner === b.owner && a.path === b.path && a.fragment === b.fragment);
