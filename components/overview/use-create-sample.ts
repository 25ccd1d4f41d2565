"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { publishTogether } from "../data/publish-together";
import { queryKeys } from "../data/query-keys";
import { useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { echoSample } from "./echo-sample";

/** Makes the sample API; false where it was refused, which has been told. It is one change, so one Undo takes it back. */
export function useCreateSample(): { create(): Promise<boolean>; busy: boolean } {
  const t = useTranslations("overview.first");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    const sample = echoSample({ api: t("echo.api"), about: t("echo.about"), get: t("echo.get"), post: t("echo.post") });
    try {
      const writes = sample.map((each) => ({ ...each, method: "PUT" as const }));
      announce(t("created"), await publishTogether(t("createSample"), writes));
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    }
  };
  return { create, busy };
}
