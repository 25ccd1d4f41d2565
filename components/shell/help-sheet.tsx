"use client";

import { useTranslations } from "use-intl";
import { Keys } from "../ui/kbd";
import { Sheet } from "../ui/sheet";
import { Switch } from "../ui/switch";
import type { Action } from "./actions";
import { singleKeys, useSingleKeys } from "./single-keys";
import { useCurrentActions } from "./use-actions";

const groups: readonly Action["group"][] = ["page", "create", "go", "portal"];

/** Every key that does something here, and the switch that turns single keys off. */
export function HelpSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useTranslations("shell.help");
  const actions = useCurrentActions().filter((action) => action.shortcut !== undefined && action.hidden !== true);
  const on = useSingleKeys();
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t("title")}>
      <div className="mb-4 flex items-center justify-between gap-3">
        <span id="single-keys">
          <span className="block font-strong">{t("singleKeys")}</span>
          <span className="block text-muted text-xs">{t("singleKeysHint")}</span>
        </span>
        <Switch aria-labelledby="single-keys" checked={on} onChecked={singleKeys.set} />
      </div>
      {groups.map((group) => {
        const shown = actions.filter((action) => action.group === group);
        return shown.length === 0 ? null : (
          <section key={group} className="mb-4">
            <h3 className="mb-1 text-faint text-xs">{t(`groups.${group}`)}</h3>
            <dl>
              {shown.map((action) => (
                <div
                  key={action.id}
                  className="flex h-8 items-center justify-between gap-3 border-line border-b last:border-0"
                >
                  <dt className="truncate">{action.label}</dt>
                  <dd>
                    <Keys combination={action.shortcut ?? ""} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <section>
        <h3 className="mb-1 text-faint text-xs">{t("groups.table")}</h3>
        <dl>
          {(["move", "open", "select", "leave"] as const).map((key) => (
            <div key={key} className="flex h-8 items-center justify-between gap-3 border-line border-b last:border-0">
              <dt>{t(`table.${key}`)}</dt>
              <dd>
                <Keys combination={{ move: "↑ ↓", open: "Enter", select: "x", leave: "Esc" }[key]} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </Sheet>
  );
}
