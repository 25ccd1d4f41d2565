"use client";

import { Download } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { bodyBytes, type Chunk } from "../run/console-run";
import { hexDump } from "./hex-dump";

const shownBytes = 2_048;

/** What is no text: a picture as it is, anything else by its first bytes, and all of it as a file. */
export function BinaryView({ chunks, type }: { chunks: readonly Chunk[]; type: string }) {
  const t = useTranslations("run.answer");
  const format = useFormatter();
  const bytes = useMemo(() => bodyBytes({ chunks }), [chunks]);
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: type.split(";")[0] }));
    setAddress(made);
    setBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  const isPicture = /^image\//i.test(type) && !broken;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">
        {isPicture ? t("picture") : t("binary")} · {t("bytes", { count: bytes.length })}
      </p>
      {isPicture ? (
        address === null ? null : (
          // biome-ignore lint/performance/noImgElement: the bytes are here already
          <img
            src={address}
            alt={t("pictureOf", { type: type.split(";")[0] ?? "" })}
            onError={() => setBroken(true)}
            className="max-h-96 max-w-full rounded-control border border-line bg-sunken object-contain p-2"
          />
        )
      ) : (
        <div className="w-full">
          <CodeBlock code={hexDump(bytes.subarray(0, shownBytes))} label={t("firstBytes")} />
          {bytes.length > shownBytes ? (
            <p className="mt-1 text-muted text-xs">{t("onlyFirst", { count: format.number(shownBytes) })}</p>
          ) : null}
        </div>
      )}
      {address === null ? null : (
        <Button asChild size="small">
          <a href={address} download={t("fileName")}>
            <Download size={16} aria-hidden />
            {t("download")}
          </a>
        </Button>
      )}
    </div>
  );
}
