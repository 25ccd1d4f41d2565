"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "../../resources/failure";
import { Checkbox } from "../../ui/checkbox";
import { Select } from "../../ui/select";
import { Skeleton } from "../../ui/skeleton";
import { TextInput } from "../../ui/text-input";
import type { PolicyTarget } from "../editing";
import { EffectiveLines } from "./effective-lines";
import { useEffective } from "./use-effective";

/** The one document that the gateway runs, each line with where it was written. */
export function EffectiveView({ target }: { target: PolicyTarget }) {
  const t = useTranslations("effective");
  const id = useId();
  const [expands, setExpands] = useState(true);
  const [only, setOnly] = useState(false);
  const [find, setFind] = useState("");
  const { chain, effective } = useEffective(target, expands);
  if (target.standing.kind === "fragment") return <p className="p-4 text-muted">{t("noFragmentChain")}</p>;
  if (chain.error !== null) {
    return (
      <div className="p-4">
        <FailurePanel error={chain.error} where={target.path} onRetry={chain.refetch} />
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="w-full min-w-0 sm:w-64">
          <TextInput
            type="search"
            aria-label={t("find")}
            placeholder={t("find")}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </div>
        {chain.products.length === 0 ? null : (
          <div className="flex min-w-0 items-center gap-2">
            <label htmlFor={`${id}-product`}>{t("product")}</label>
            <Select
              id={`${id}-product`}
              value={chain.product ?? ""}
              onChange={(event) => chain.chooseProduct(event.target.value === "" ? null : event.target.value)}
              options={[
                ...chain.products.map((product) => ({ value: product.id, label: product.title })),
                { value: "", label: t("noProduct") },
              ]}
            />
          </div>
        )}
        <label htmlFor={`${id}-only`} className="flex items-center gap-1">
          <Checkbox id={`${id}-only`} checked={only} onChange={(event) => setOnly(event.target.checked)} />
          {t("only")}
        </label>
        <label htmlFor={`${id}-fragments`} className="flex items-center gap-1">
          <Checkbox id={`${id}-fragments`} checked={expands} onChange={(event) => setExpands(event.target.checked)} />
          {t("fragments")}
        </label>
      </div>
      {effective === null || chain.chain === null ? (
        <Skeleton className="h-96" />
      ) : (
        <EffectiveLines effective={effective} chain={chain.chain} only={only ? target.owner : null} find={find} />
      )}
    </div>
  );
}
