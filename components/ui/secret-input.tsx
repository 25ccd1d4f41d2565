"use client";

import { Eye, EyeOff, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import type { FieldIds } from "./field";
import { IconButton } from "./icon-button";
import { TextInput } from "./text-input";
import { Textarea } from "./textarea";
import { useRevealed } from "./use-revealed";

/**
 * A secret to set. While `stored` holds and nothing was typed it shows dots only; what is typed is hidden too unless
 * the person looks at it.
 */
export function SecretInput({
  value,
  stored,
  onValue,
  onKeep,
  onBlur,
  read,
  disabled,
  multiline,
  autoComplete = "new-password",
  field,
}: {
  value: string | null;
  stored: boolean;
  onValue(value: string | null): void;
  /** Goes back to the stored one. */
  onKeep?(): void;
  onBlur?(): void;
  read?: () => Promise<string>;
  disabled?: boolean;
  multiline?: boolean;
  autoComplete?: string;
  field: FieldIds;
}) {
  const t = useTranslations("ui.secret");
  const [shown, setShown] = useState(false);
  const revealed = useRevealed(read);
  if (stored) {
    return (
      <div className="flex items-center gap-1">
        <TextInput {...field} mono readOnly value={revealed.value ?? "••••••••••••"} aria-label={t("stored")} />
        {read === undefined || disabled ? null : (
          <IconButton
            icon={revealed.value === null ? Eye : EyeOff}
            label={revealed.value === null ? t("revealStored") : t("hideStored")}
            disabled={revealed.busy}
            onClick={() => (revealed.value === null ? revealed.reveal().catch(() => {}) : revealed.hide())}
          />
        )}
        {disabled ? null : <Button onClick={() => onValue("")}>{t("replace")}</Button>}
      </div>
    );
  }
  const onChange = (event: { target: { value: string } }) => onValue(event.target.value);
  return (
    <div className="flex items-start gap-1">
      {multiline && shown ? (
        <Textarea {...field} mono value={value ?? ""} disabled={disabled} onBlur={onBlur} onChange={onChange} />
      ) : (
        <TextInput
          {...field}
          mono
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          value={value ?? ""}
          disabled={disabled}
          onBlur={onBlur}
          onChange={onChange}
        />
      )}
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={shown ? t("hideTyped") : t("showTyped")}
        onClick={() => setShown(!shown)}
      />
      {onKeep === undefined ? null : <IconButton icon={RotateCcw} label={t("keep")} onClick={onKeep} />}
    </div>
  );
}
