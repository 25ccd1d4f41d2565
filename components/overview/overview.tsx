"use client";

import { useTranslations } from "use-intl";
import { useFirstOf } from "../data/use-collection";
import { HistoryList } from "../resources/history-list";
import { Page } from "../resources/page";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { Counts } from "./counts";
import { FirstSteps } from "./first-steps";
import { LiveNow } from "./live-now";

/** What there is, what is live, and how to begin. */
export function Overview() {
  const t = useTranslations("overview");
  const { name, mayEdit } = useMe();
  const apis = useFirstOf("/apis", { top: 1 });
  const isNew = apis.data?.count === 0;
  return (
    <Page>
      <PageHeader title={t("title", { name: name.split(" ")[0] ?? name })} />
      <div className="flex flex-col gap-4">
        <LiveNow />
        <Counts />
        {isNew && mayEdit ? <FirstSteps /> : null}
        {/* Until it is known whether the first steps stand above, nothing below may move. */}
        {apis.isPending ? null : (
          <section>
            <h2 className="mt-2 mb-2 text-base">{t("recent")}</h2>
            <HistoryList path="/changes" length={8} />
          </section>
        )}
      </div>
    </Page>
  );
}
