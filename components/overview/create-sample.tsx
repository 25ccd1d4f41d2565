"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { useCreateSample } from "./use-create-sample";

/** Makes the sample API and leads to its first call. */
export function CreateSample() {
  const t = useTranslations("overview.first");
  const router = useRouter();
  const { create, busy } = useCreateSample();
  return (
    <Button
      busy={busy}
      onClick={async () => {
        if (await create()) router.push("/console?api=echo-api&operation=get");
      }}
    >
      <Sparkles size={16} aria-hidden />
      {t("createSample")}
    </Button>
  );
}
