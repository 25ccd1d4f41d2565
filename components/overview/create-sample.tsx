"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { publishTogether } from "../data/publish-together";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { Button } from "../ui/button";
import { echoSample } from "./echo-sample";

/** Makes the sample API and leads to its first call. It is one change, so one Undo takes it back. */
export function CreateSample() {
  const t = useTranslations("overview.first");
  const router = useRouter();
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    const sample = echoSample({ api: t("echo.api"), about: t("echo.about"), get: t("echo.get"), post: t("echo.post") });
    try {
      const writes = sample.map((each) => ({ ...each, method: "PUT" as const }));
      const revision = await publishTogether(t("createSample"), writes);
      router.push("/console?api=echo-api&operation=get");
      announce(t("created"), revision);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    }
  };
  return (
    <Button tone="primary" busy={busy} onClick={() => void create()}>
      <Sparkles size={16} aria-hidden />
      {t("createSample")}
    </Button>
  );
}
