"use client";

import { type LucideIcon, Minus, MoveRight, Pencil, Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PlaceStep, PolicyChange } from "@/policy/compare/policy-change";
import type { Section } from "@/policy/exchange";
import { classNames } from "../../ui/class-names";
import { ChangedValue } from "./changed-value";
import { sectionBorder, sectionText } from "./section-looks";

const looks: Record<PolicyChange["kind"], { icon: LucideIcon; colour: string }> = {
  added: { icon: Plus, colour: "text-good" },
  removed: { icon: Minus, colour: "text-bad" },
  moved: { icon: MoveRight, colour: "text-info" },
  changed: { icon: Pencil, colour: "text-warn" },
};

/** What differs in words, section by section. */
export function ChangeList({ changes }: { changes: readonly PolicyChange[] }) {
  const t = useTranslations("saving.section");
  const groups: { section: Section | "none"; changes: PolicyChange[] }[] = [];
  for (const change of changes) {
    const section = change.section ?? "none";
    const last = groups.find((group) => group.section === section);
    if (last === undefined) groups.push({ section, changes: [change] });
    else last.changes.push(change);
  }
  return (
    <div className="flex flex-col gap-3">
      {groups.map((group) => (
        <section key={group.section} className={classNames("border-l-2 pl-3", sectionBorder[group.section])}>
          <h3 className={classNames("mb-0.5 text-sm", sectionText[group.section])}>{t(group.section)}</h3>
          <ul className="divide-y divide-line">
            {group.changes.map((change) => (
              <Item key={`${change.kind} ${change.before} ${change.after}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ change }: { change: PolicyChange }) {
  const t = useTranslations("saving.changes");
  const placeText = usePlaceText();
  const { icon: Icon, colour } = looks[change.kind];
  const inner = change.section === null ? change.place : change.place.slice(1);
  const from = change.from === null ? null : placeText(change.from);
  const isWithin = from !== null && from === placeText(change.place);
  const policy = () => (
    <>
      <code className="text-sm">{change.name}</code>
      {change.identity === null ? null : (
        <code className="ml-1.5 inline-block max-w-full truncate rounded-[4px] bg-sunken px-1 align-bottom text-muted text-xs leading-5">
          {change.identity}
        </code>
      )}
    </>
  );
  return (
    <li className="flex gap-2 py-1.5">
      <Icon size={16} aria-hidden className={classNames("mt-0.5 shrink-0", colour)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="min-w-0 break-words">
          {inner.length === 0 ? null : (
            <span className="text-muted text-xs">{`${inner.map(stepText).join(" / ")}: `}</span>
          )}
          {isWithin ? t.rich("movedWithin", { policy, place: from }) : t.rich(change.kind, { policy })}
          {from === null || isWithin ? null : (
            <span className="text-muted text-xs"> {t("movedFrom", { place: from })}</span>
          )}
        </p>
        {change.attributes.map(({ name, before, after }) => (
          <ChangedValue key={name} name={name} before={before} after={after} />
        ))}
        {change.text === null ? null : (
          <ChangedValue name={t("content")} before={change.text.before} after={change.text.after} />
        )}
      </div>
    </li>
  );
}

/** "when 2" */
const stepText = ({ name, ordinal }: PlaceStep): string => (ordinal === null ? name : `${name} ${ordinal}`);

/** "Inbound / choose / when 2" */
export function usePlaceText(): (place: readonly PlaceStep[]) => string {
  const t = useTranslations("saving.section");
  return (place) =>
    place.length === 0
      ? t("none")
      : place
          .map((step, index) =>
            index === 0 && /^(inbound|backend|outbound|on-error)$/.test(step.name)
              ? t(step.name as Section)
              : stepText(step),
          )
          .join(" / ");
}
