"use client";

import {
  ArrowDown,
  ArrowUp,
  Clipboard,
  Code,
  Copy,
  CopyPlus,
  CornerRightUp,
  CornerUpRight,
  Ellipsis,
  FoldVertical,
  ListTree,
  Plus,
  Scissors,
  SlidersHorizontal,
  Trash2,
  UnfoldVertical,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu";
import { useBoard } from "./board";
import { copyXml } from "./copy-xml";
import type { Card } from "./drawing";

/** All that can be done with the card at hand, without dragging. */
export function CardActions({ card }: { card: Card }) {
  const t = useTranslations("visual.card");
  const { commands, moving, leaving, readOnly } = useBoard();
  const { path, name, items, role, branches } = card;
  if (readOnly.value) return <CodeOnly card={card} />;
  return (
    <>
      <IconButton
        icon={ArrowUp}
        label={t("up")}
        shortcut="Alt+↑"
        size="small"
        className="size-6 @max-[208px]:hidden"
        onClick={() => commands.step(path, "up")}
      />
      <IconButton
        icon={ArrowDown}
        label={t("down")}
        shortcut="Alt+↓"
        size="small"
        className="size-6 @max-[208px]:hidden"
        onClick={() => commands.step(path, "down")}
      />
      <Menu trigger={<IconButton icon={Ellipsis} label={t("actions", { name })} size="small" className="size-6" />}>
        <MenuItem icon={SlidersHorizontal} shortcut="Enter" onSelect={() => commands.settings(path)}>
          {t("settings")}
        </MenuItem>
        <MenuItem icon={Code} onSelect={() => commands.showCode(path)}>
          {t("code")}
        </MenuItem>
        {branches.map((branch) => (
          <MenuItem key={branch} icon={Plus} onSelect={() => commands.addBranch(path, branch)}>
            {t("add", { name: branch })}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={ArrowUp} shortcut="Alt+↑" onSelect={() => commands.step(path, "up")}>
          {t("up")}
        </MenuItem>
        <MenuItem icon={ArrowDown} shortcut="Alt+↓" onSelect={() => commands.step(path, "down")}>
          {t("down")}
        </MenuItem>
        <MenuItem icon={CornerRightUp} shortcut="Alt+←" onSelect={() => commands.step(path, "out")}>
          {t("out")}
        </MenuItem>
        <MenuItem icon={CornerUpRight} shortcut="Alt+→" onSelect={() => commands.step(path, "into")}>
          {t("into")}
        </MenuItem>
        <MenuItem icon={ListTree} onSelect={() => moving.set(path)}>
          {t("moveTo")}
        </MenuItem>
        <MenuSeparator />
        {role === "base" ? null : (
          <>
            <MenuItem icon={CopyPlus} shortcut="mod+d" onSelect={() => commands.duplicate(path)}>
              {t("duplicate")}
            </MenuItem>
            <MenuItem icon={Scissors} shortcut="mod+x" onSelect={() => copyXml(commands, path, "cut")}>
              {t("cut")}
            </MenuItem>
            <MenuItem icon={Copy} shortcut="mod+c" onSelect={() => copyXml(commands, path, "copied")}>
              {t("copy")}
            </MenuItem>
          </>
        )}
        {typeof navigator.clipboard?.readText === "function" ? (
          <MenuItem
            icon={Clipboard}
            shortcut="mod+v"
            onSelect={() =>
              void navigator.clipboard.readText().then(
                (text) => commands.paste(text),
                () => commands.paste(""),
              )
            }
          >
            {t("paste")}
          </MenuItem>
        ) : null}
        {role === "base" || role === "branch" ? null : (
          <MenuItem icon={FoldVertical} onSelect={() => commands.wrap(path)}>
            {t("wrap")}
          </MenuItem>
        )}
        {card.name !== "choose" &&
        role === "policy" &&
        items !== null &&
        items.length > 0 &&
        card.branches.length === 0 ? (
          <MenuItem icon={UnfoldVertical} onSelect={() => commands.unwrap(path)}>
            {t("unwrap")}
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuItem
          icon={Trash2}
          tone="danger"
          shortcut="Del"
          onSelect={() => {
            leaving.set(null);
            commands.remove(path);
          }}
        >
          {t("remove")}
        </MenuItem>
      </Menu>
    </>
  );
}

function CodeOnly({ card: { path, name } }: { card: Card }) {
  const t = useTranslations("visual.card");
  const { commands } = useBoard();
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t("actions", { name })} size="small" className="size-6" />}>
      <MenuItem icon={SlidersHorizontal} shortcut="Enter" onSelect={() => commands.settings(path)}>
        {t("settings")}
      </MenuItem>
      <MenuItem icon={Code} onSelect={() => commands.showCode(path)}>
        {t("code")}
      </MenuItem>
      <MenuItem icon={Copy} shortcut="mod+c" onSelect={() => copyXml(commands, path, "copied")}>
        {t("copy")}
      </MenuItem>
    </Menu>
  );
}
