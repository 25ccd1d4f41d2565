"use client";

import { Ban, Ellipsis, KeyRound, LogOut, Trash2, UserCheck } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "../shell/me";
import { IconButton } from "../ui/icon-button";
import { later } from "../ui/later";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu";
import { isLastOwner, type MadePassword, type Person, type Role, roles } from "./person";
import { useChangePerson } from "./use-change-person";

const RemovePerson = later(() => import("./remove-person").then((module) => module.RemovePerson));
const ResetPerson = later(() => import("./reset-person").then((module) => module.ResetPerson));

/** What an owner may do with somebody; what would be refused, or would lock oneself out, is not offered. */
export function PersonActions({
  person,
  people,
  onMade,
}: {
  person: Person;
  people: readonly Person[];
  onMade(made: MadePassword): void;
}) {
  const t = useTranslations("settings.people.menu");
  const roleNames = useTranslations("shell.person.roles");
  const me = useMe();
  const change = useChangePerson();
  const [panel, setPanel] = useState<"reset" | "remove" | null>(null);
  const isMe = person.email === me.email;
  const kept = isLastOwner(person, people);
  const external = person.signIn === "openIdConnect";
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("label", { name: person.name })} size="small" />}>
        {isMe || kept ? (
          <p className="max-w-60 px-2 py-1.5 text-muted">{t(isMe ? "own" : "lastOwner")}</p>
        ) : (
          <>
            <MenuLabel>{t("role")}</MenuLabel>
            {person.roleFrom === "claim" ? (
              <p className="max-w-60 px-2 pb-1 text-muted text-xs">{t("roleFromClaim")}</p>
            ) : null}
            <MenuChoice
              value={person.role}
              options={roles.map((value) => ({ value, label: roleNames(value) }))}
              onValue={(role) => void change(person, { role: role as Role })}
            />
            <MenuSeparator />
            <MenuItem
              icon={person.disabled ? UserCheck : Ban}
              onSelect={() => void change(person, { disabled: !person.disabled })}
            >
              {t(person.disabled ? "enable" : "disable")}
            </MenuItem>
          </>
        )}
        {isMe ? null : (
          <MenuItem icon={external ? LogOut : KeyRound} onSelect={() => setPanel("reset")}>
            {t(external ? "endSessions" : "reset")}
          </MenuItem>
        )}
        {isMe || kept ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={Trash2} tone="danger" onSelect={() => setPanel("remove")}>
              {t("remove")}
            </MenuItem>
          </>
        )}
      </Menu>
      {panel === "reset" ? <ResetPerson person={person} onMade={onMade} onClose={() => setPanel(null)} /> : null}
      {panel === "remove" ? <RemovePerson person={person} onClose={() => setPanel(null)} /> : null}
    </>
  );
}
