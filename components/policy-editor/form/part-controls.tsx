"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { move, remove } from "@/policy/xml/edit";
import { elementAt } from "@/policy/xml/element-path";
import { elementsOf } from "@/policy/xml/nodes";
import { classNames } from "../../ui/class-names";
import { IconButton } from "../../ui/icon-button";
import type { ElementInForm, FormModel, PartList } from "./describe-form";
import { useForm } from "./use-form";

/** What can be done with a part: up, down, away. */
export function PartControls({
  item,
  part,
  parent,
  at,
  label,
  inLine = false,
}: {
  item: ElementInForm;
  part: PartList;
  parent: FormModel;
  at: number;
  label: string;
  /** Beside a field, which is higher than they are. */
  inLine?: boolean;
}) {
  const t = useTranslations("policyForm.move");
  const form = useForm();
  if (form.readOnly) return null;
  const { items } = part;
  const to = (other: ElementInForm | undefined, isDown: boolean) => {
    if (other === undefined) return;
    form.change(parent.path, (element, document) => {
      const [moved, beside] = [elementAt(document, item.path), elementAt(document, other.path)];
      if (moved === null || beside === null) return [];
      return move(document, moved, element, elementsOf(element.children).indexOf(beside) + (isDown ? 1 : 0));
    });
    form.focusPart(other.path, isDown ? "down" : "up");
  };
  const takeAway = () => {
    form.change(parent.path, (_, document) => {
      const element = elementAt(document, item.path);
      return element === null ? [] : remove(document, element);
    });
    form.focusPart((items[at + 1] === undefined ? items[at - 1]?.path : item.path) ?? parent.path);
  };
  return (
    <div className={classNames("flex shrink-0", inLine && "pt-1")}>
      {items.length < 2 ? null : (
        <>
          <IconButton
            icon={ArrowUp}
            className="size-6!"
            label={t("up", { item: label })}
            data-move="up"
            disabled={at === 0}
            onClick={() => to(items[at - 1], false)}
          />
          <IconButton
            icon={ArrowDown}
            className="size-6!"
            label={t("down", { item: label })}
            data-move="down"
            disabled={at === items.length - 1}
            onClick={() => to(items[at + 1], true)}
          />
        </>
      )}
      <IconButton
        icon={X}
        className="size-6!"
        label={t("remove", { item: label })}
        disabled={!part.mayRemove}
        onClick={takeAway}
      />
    </div>
  );
}
