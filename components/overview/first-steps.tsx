"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { StartTour } from "../tour/start-tour";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { CreateSample } from "./create-sample";

const steps = ["limit", "call", "why"] as const;

/** The way to a first answered call. */
export function FirstSteps() {
  const t = useTranslations("overview.first");
  return (
    <Card title={t("title")}>
      <ol className="grid grid-cols-1 gap-4 md:grid-cols-3">
        {steps.map((step, at) => (
          <li key={step} className="flex gap-3">
            <span className="flex size-6 shrink-0 items-center justify-center rounded-full bg-selected font-strong text-accent text-xs tabular-nums">
              {at + 1}
            </span>
            <div>
              <p className="font-strong">{t(`${step}.title`)}</p>
              <p className="text-muted">{t(`${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        <StartTour />
        <CreateSample />
        <Button asChild>
          <Link href="/apis/new">
            <Plus size={16} aria-hidden />
            {t("createApi")}
          </Link>
        </Button>
      </div>
    </Card>
  );
}
