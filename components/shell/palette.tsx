"use client";

import * as Radix from "@radix-ui/react-dialog";
import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { leaveGuard } from "../form/leave-guard";
import { Keys } from "../ui/kbd";
import { usePanelFocus } from "../ui/use-panel-focus";
import type { Action } from "./actions";
import { navigationItems } from "./navigation-items";
import { useCurrentActions } from "./use-actions";
import { useEntitySearch } from "./use-entity-search";

const groups: readonly Action["group"][] = ["page", "create", "go", "portal"];

const fits = (label: string, text: string): boolean => {
  const lower = label.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
};

/** One place to go anywhere, find anything and do what can be done here. */
export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useTranslations("shell.palette");
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const focus = usePanelFocus();
  const [text, setText] = useState("");
  const actions = useCurrentActions().filter(
    (action) => action.id !== "palette" && action.hidden !== true && fits(action.label, text.trim()),
  );
  const { data: found = [], isFetching } = useEntitySearch(text);
  const act = (run: () => void, stays = false) => {
    onOpenChange(false);
    setText("");
    if (stays) run();
    else leaveGuard.leave(run);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="enter-fade fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          className="enter-rise fixed inset-x-0 top-[12dvh] z-40 mx-auto w-[calc(100vw-32px)] max-w-150 overflow-hidden rounded-card border border-line bg-surface shadow-float"
        >
          <Radix.Title className="sr-only">{t("open")}</Radix.Title>
          <Command shouldFilter={false} loop label={t("open")}>
            <div className="flex h-12 items-center gap-2.5 border-line border-b px-4">
              <Search size={16} aria-hidden className="text-faint" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t("prompt")}
                className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
              />
              <Keys combination="Esc" />
            </div>
            <Command.List className="max-h-[min(420px,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted">
                {isFetching ? t("searching") : t("nothing", { text })}
              </Command.Empty>
              {text.trim().length < 2 || found.length === 0 ? null : (
                <Group heading={t("entities")}>
                  {found.map((entity) => {
                    const Icon = navigationItems.find((item) => item.id === entity.section)?.icon;
                    return (
                      <Item key={entity.href} id={entity.href} onSelect={() => act(() => router.push(entity.href))}>
                        {Icon === undefined ? null : <Icon size={16} aria-hidden className="text-muted" />}
                        <span className="min-w-0 flex-1 truncate">
                          {entity.title}
                          {entity.title === entity.name ? null : (
                            <code className="ml-2 text-faint text-xs">{entity.name}</code>
                          )}
                        </span>
                        <span className="text-faint text-xs">{names(entity.section)}</span>
                      </Item>
                    );
                  })}
                </Group>
              )}
              {groups.map((group) => {
                const shown = actions.filter((action) => action.group === group);
                return shown.length === 0 ? null : (
                  <Group key={group} heading={t(`groups.${group}`)}>
                    {shown.map((action) => (
                      <Item key={action.id} id={action.id} onSelect={() => act(action.run, action.stays)}>
                        {action.icon === undefined ? (
                          <CornerDownLeft size={16} aria-hidden className="text-muted" />
                        ) : (
                          <action.icon size={16} aria-hidden className="text-muted" />
                        )}
                        <span className="min-w-0 flex-1 truncate">{action.label}</span>
                        {action.shortcut === undefined ? null : <Keys combination={action.shortcut} />}
                      </Item>
                    ))}
                  </Group>
                );
              })}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Command.Group
    heading={heading}
    className="mb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
  >
    {children}
  </Command.Group>
);

const Item = ({ id, onSelect, children }: { id: string; onSelect(): void; children: ReactNode }) => (
  <Command.Item
    value={id}
    onSelect={onSelect}
    className="flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-selected"
  >
    {children}
  </Command.Item>
);
