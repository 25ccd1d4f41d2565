"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Field, fieldIds } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type Given = Omit<ComponentProps<typeof TextInput>, "id"> & {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
};

// Below 16 px phones zoom into a field that is tapped.
const inputClasses = "h-9 max-sm:text-lg";

export function DoorField({ id, label, hint, error, ...rest }: Given) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <TextInput {...fieldIds(id, { hint, error })} name={id} className={inputClasses} {...rest} />
    </Field>
  );
}

/** A password, hidden until the person asks to see it. */
export function PasswordField({ id, label, hint, error, ...rest }: Given) {
  const t = useTranslations("door.password");
  const [shown, setShown] = useState(false);
  // What is wrong says the same with more words, and takes its place.
  const shownHint = error ? undefined : hint;
  const toggle = (
    <button
      type="button"
      aria-pressed={shown}
      aria-controls={id}
      onClick={() => setShown(!shown)}
      className="-my-1 min-h-6 rounded-control px-1 text-accent text-xs hover:underline"
    >
      {shown ? t("hide") : t("show")}
    </button>
  );
  return (
    <Field id={id} label={label} hint={shownHint} error={error} aside={toggle}>
      <TextInput
        {...fieldIds(id, { hint: shownHint, error })}
        name={id}
        type={shown ? "text" : "password"}
        autoCapitalize="off"
        spellCheck={false}
        className={inputClasses}
        {...rest}
      />
    </Field>
  );
}
