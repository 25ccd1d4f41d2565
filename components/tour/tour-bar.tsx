"use client";

import { ArrowRight, Check, Footprints, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { IconButton } from "../ui/icon-button";
import { stepOf, tour, tourSteps } from "./tour";
import { tourPlaces } from "./tour-places";
import { useTour } from "./use-tour";

/** One quiet line above the page: the next step, where it is done, and how far it is. */
export function TourBar() {
  const t = useTranslations("tour");
  const pathname = usePathname();
  const state = useTour();
  const policies = useFirstOf(tourPlaces.policies);
  if (policies.data === undefined)
    return <div className="h-12 shrink-0 border-line border-b bg-selected max-sm:h-28" />;
  const step = stepOf(state, policies.data.count > 0);
  const at = tourSteps.indexOf(step);
  const { href } = tourPlaces[step];
  const isThere = pathname === href.split("?")[0];
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-selected px-4 py-2 max-sm:min-h-28"
    >
      <Footprints size={16} aria-hidden className="shrink-0 text-accent" />
      <ol
        className="flex shrink-0 items-center gap-1"
        aria-label={t("progress", { step: at + 1, count: tourSteps.length })}
      >
        {tourSteps.map((each, index) => (
          <li
            key={each}
            aria-current={each === step ? "step" : undefined}
            className={classNames(
              "flex size-5 items-center justify-center rounded-full text-xs tabular-nums",
              index <= at ? "bg-accent text-on-accent" : "border border-line-control text-muted",
            )}
          >
            {index < at ? <Check size={12} aria-label={t("done")} /> : index + 1}
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="min-w-0 flex-1 basis-60">
        <span className="font-strong">{t(`${step}.title`)}</span>{" "}
        <span className="text-muted">{t(`${step}.text`)}</span>
      </p>
      {isThere ? null : (
        <Button asChild size="small">
          <Link href={href}>
            {t("go")}
            <ArrowRight size={16} aria-hidden />
          </Link>
        </Button>
      )}
      {step === "why" ? (
        <Button size="small" tone="primary" onClick={tour.end}>
          {t("finish")}
        </Button>
      ) : (
        <IconButton icon={X} label={t("end")} onClick={tour.end} />
      )}
    </section>
  );
}
