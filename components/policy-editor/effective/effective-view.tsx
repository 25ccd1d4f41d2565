"use client";

import { Search } from "lucide-react";
import { useDeferredValue, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "../../resources/failure";
import { useActions } from "../../shell/use-actions";
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
  const wanted = useDeferredValue(find);
  const scroller = useRef<HTMLDivElement>(null);
  const { chain, effective } = useEffective(target, expands);
  useActions([
    {
      // The browser's own search sees only what is drawn; this one sees every line.
      id: "effective-find",
      group: "page",
      label: t("find"),
      shortcut: "mod+f",
      icon: Search,
      stays: true,
      run: () => {
        const field = document.getElementById(`${id}-find`) as HTMLInputElement | null;
        field?.focus();
        field?.select();
      },
    },
  ]);
  if (target.standing.kind === "fragment") return <p className="p-4 text-muted">{t("noFragmentChain")}</p>;
  if (chain.error !== null) {
    return (
      <div className="p-4">
        <FailurePanel error={chain.error} where={target.path} onRetry={chain.refetch} />
      </div>
    );
  }
  return (
    <div
      ref={scroller}
      className="relative flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto p-4 pt-0 sm:scroll-pt-16"
    >
      <div className="-mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 bg-canvas px-4 pt-3 sm:sticky sm:top-0 sm:z-10 sm:pb-3">
        <div className="w-full min-w-0 sm:w-64">
          <TextInput
            id={`${id}-find`}
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
        <EffectiveLines
          effective={effective}
          chain={chain.chain}
          only={only ? target.owner : null}
          find={wanted}
          scroller={scroller}
        />
      )}
    </div>
  );
}
