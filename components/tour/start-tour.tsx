"use client";

import { Footprints } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useCreateSample } from "../overview/use-create-sample";
import { Button } from "../ui/button";
import { tour } from "./tour";
import { tourPlaces } from "./tour-places";

/** Makes the sample and leads to the first step. */
export function StartTour() {
  const t = useTranslations("tour");
  const router = useRouter();
  const { create, busy } = useCreateSample();
  const start = async () => {
    if (!(await create())) return;
    tour.start();
    router.push(tourPlaces.limit.href);
  };
  return (
    <Button tone="primary" busy={busy} onClick={() => void start()}>
      <Footprints size={16} aria-hidden />
      {t("start")}
    </Button>
  );
}
