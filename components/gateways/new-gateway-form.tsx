"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { gatewayId } from "@/management/resources/gateways/gateway-id";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import type { Resource } from "../data/resource";
import { FailurePanel } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { Button } from "../ui/button";
import { Field, fieldIds } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { TextLink } from "../ui/text-link";
import { LifetimeSelect } from "./lifetime-select";
import { type MadeToken, makeToken } from "./make-token";

const { pattern, maxLength, message } = gatewayId;

/** Registers a gateway and makes its first token in one go. */
export function NewGatewayForm({ done, onMade }: { done: boolean; onMade(name: string, token: MadeToken): void }) {
  const t = useTranslations("gateways.connecting");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const [name, setName] = useState("");
  const [days, setDays] = useState(30);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ArmError | null>(null);
  const taken = refused?.isConflict === true;
  const wrong = name === "" ? t("nameMissing") : !pattern.test(name) || name.length > maxLength ? message : undefined;
  const error = taken ? (
    <>
      {t("taken")} <TextLink href={`/gateways/registered/${encodeURIComponent(name)}`}>{t("takenLink")}</TextLink>
    </>
  ) : left ? (
    wrong
  ) : undefined;
  async function register() {
    setLeft(true);
    if (wrong !== undefined) return document.getElementById("gateway-name")?.focus();
    setBusy(true);
    setRefused(null);
    try {
      const { revision } = await ask<Resource>(`/gateways/${name}`, {
        method: "PUT",
        body: { properties: {} },
        ifNoneMatch: "*",
      });
      onMade(name, await makeToken(name, days, "primary"));
      announce(t("created", { name }), revision);
      await client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (failure) {
      setRefused(failure as ArmError);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void register();
      }}
    >
      {refused === null || taken ? null : <FailurePanel error={refused} where={`/gateways/${name}`} />}
      <div className="flex flex-wrap gap-3">
        <Field
          id="gateway-name"
          label={t("name")}
          hint={t("nameHint")}
          error={error}
          className="min-w-0 flex-1 basis-64"
        >
          <TextInput
            mono
            placeholder="edge-1"
            disabled={done}
            value={name}
            onBlur={() => setLeft(name !== "")}
            onChange={(event) => {
              setName(event.target.value.trim());
              setRefused(null);
            }}
            {...fieldIds("gateway-name", { hint: true, error, required: true })}
          />
        </Field>
        {done ? null : <LifetimeSelect days={days} onDays={setDays} />}
      </div>
      {done ? null : (
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            {t("create")}
          </Button>
        </div>
      )}
    </form>
  );
}
