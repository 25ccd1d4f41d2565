"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { DocumentCoverage } from "@/contract/console-run";
import { Card } from "../../ui/card";
import { documentName, editorAddress } from "../trace/editor-address";
import { counted, unreached } from "./coverage";

/** How many branches the tests reached, and the way to each that none did. */
export function CoverageSummary({ coverage, draft }: { coverage: readonly DocumentCoverage[]; draft: string | null }) {
  const t = useTranslations("tests.coverage");
  const { reached, of } = counted(coverage);
  const missed = unreached(coverage);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <div aria-hidden className="h-2 w-48 overflow-hidden rounded-full bg-hover">
            <div className="h-full bg-good" style={{ width: of === 0 ? 0 : `${(reached / of) * 100}%` }} />
          </div>
          <p>{t("summary", { reached, of })}</p>
        </div>
        {missed.length === 0 ? (
          <p className="text-muted">{t("all")}</p>
        ) : (
          <ul aria-label={t("missed")} className="divide-y divide-line">
            {missed.map(({ documentId, path, start, condition }) => (
              <li key={`${documentId} ${path}`} className="py-1.5">
                <Link
                  href={editorAddress(documentId, start, draft)}
                  className="block min-h-6 break-all font-mono text-accent text-xs leading-6 hover:underline"
                >
                  {path}
                </Link>
                <p className="truncate text-muted text-xs">
                  {documentName(documentId) || t("global")}
                  {condition === null ? "" : " · "}
                  {condition === null ? null : <code>{condition}</code>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
