"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Assertion } from "@/contract/console-run";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Select } from "../../ui/select";
import { TextInput } from "../../ui/text-input";

const kinds = ["status", "header", "body", "json", "variable", "policy"] as const;
type Kind = (typeof kinds)[number];

const blank: Record<Kind, Assertion> = {
  status: { kind: "status", equals: 200 },
  header: { kind: "header", name: "", is: "exists" },
  body: { kind: "body", is: "contains", value: "" },
  json: { kind: "json", path: "$.", is: "exists" },
  variable: { kind: "variable", name: "", value: "" },
  policy: { kind: "policy", path: "" },
};

/** What is expected of an answer, each on its line. */
export function AssertionList({
  assertions,
  onAssertions,
}: {
  assertions: readonly Assertion[];
  onAssertions(assertions: Assertion[]): void;
}) {
  const t = useTranslations("tests.assertion");
  const change = (at: number, next: Assertion) =>
    onAssertions(assertions.map((each, other) => (other === at ? next : each)));
  return (
    <div className="flex flex-col gap-2">
      {assertions.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
      <ul className="flex flex-col gap-2">
        {assertions.map((assertion, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is expected changes while it is typed
          <li key={at} className="flex items-start gap-1">
            <div className="grid min-w-0 flex-1 grid-cols-1 gap-2 sm:grid-cols-[168px_minmax(0,1fr)]">
              <Select
                aria-label={t("kind", { at: at + 1 })}
                value={assertion.kind}
                onChange={(event) => change(at, blank[event.target.value as Kind])}
                options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              />
              <Fields assertion={assertion} at={at + 1} onChange={(next) => change(at, next)} />
            </div>
            <IconButton
              icon={X}
              label={t("remove", { at: at + 1 })}
              onClick={() => onAssertions(assertions.filter((_, other) => other !== at))}
            />
          </li>
        ))}
      </ul>
      <Button size="small" className="self-start" onClick={() => onAssertions([...assertions, blank.status])}>
        <Plus size={16} aria-hidden />
        {t("add")}
      </Button>
    </div>
  );
}

function Fields({ assertion, at, onChange }: { assertion: Assertion; at: number; onChange(next: Assertion): void }) {
  const t = useTranslations("tests.assertion");
  const input = (field: string, value: string, onValue: (value: string) => void) => (
    <TextInput
      mono
      aria-label={t("field", { field: t(`fields.${field}` as "fields.value"), at })}
      placeholder={t(`fields.${field}` as "fields.value")}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  );
  const how = <T extends string>(value: T, options: readonly T[], onValue: (value: T) => void) => (
    <Select
      aria-label={t("field", { field: t("fields.is"), at })}
      value={value}
      onChange={(event) => onValue(event.target.value as T)}
      options={options.map((each) => ({ value: each, label: t(`is.${each}` as "is.equals") }))}
    />
  );
  const row = (...parts: React.ReactNode[]) => (
    <div className="grid grid-cols-1 gap-2 sm:auto-cols-fr sm:grid-flow-col">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a kind stand in one order
        <div key={index} className="min-w-0">
          {part}
        </div>
      ))}
    </div>
  );
  switch (assertion.kind) {
    case "status": {
      const isRange = assertion.equals === undefined;
      return row(
        how(isRange ? "within" : "equals", ["equals", "within"], (is) =>
          onChange(is === "within" ? { kind: "status", from: 200, to: 299 } : { kind: "status", equals: 200 }),
        ),
        ...(isRange
          ? [
              input("from", String(assertion.from ?? ""), (value) => onChange({ ...assertion, from: numberOf(value) })),
              input("to", String(assertion.to ?? ""), (value) => onChange({ ...assertion, to: numberOf(value) })),
            ]
          : [
              input("value", String(assertion.equals), (value) =>
                onChange({ kind: "status", equals: numberOf(value) }),
              ),
            ]),
      );
    }
    case "header":
      return row(
        input("name", assertion.name, (name) => onChange({ ...assertion, name })),
        how(assertion.is, ["exists", "equals", "contains", "matches"], (is) =>
          onChange(
            is === "exists"
              ? { kind: "header", name: assertion.name, is }
              : { ...assertion, is, value: assertion.value ?? "" },
          ),
        ),
        ...(assertion.is === "exists"
          ? []
          : [input("value", assertion.value ?? "", (value) => onChange({ ...assertion, value }))]),
      );
    case "body":
      return row(
        how(assertion.is, ["equals", "contains"], (is) => onChange({ ...assertion, is })),
        input("value", assertion.value, (value) => onChange({ ...assertion, value })),
      );
    case "json":
      return row(
        input("path", assertion.path, (path) => onChange({ ...assertion, path })),
        how(assertion.is, ["exists", "equals"], (is) =>
          onChange(
            is === "exists"
              ? { kind: "json", path: assertion.path, is }
              : { ...assertion, is, value: assertion.value ?? "" },
          ),
        ),
        ...(assertion.is === "exists"
          ? []
          : [input("value", assertion.value ?? "", (value) => onChange({ ...assertion, value }))]),
      );
    case "variable":
      return row(
        input("name", assertion.name, (name) => onChange({ ...assertion, name })),
        input("value", assertion.value, (value) => onChange({ ...assertion, value })),
      );
    case "policy":
      return row(input("policy", assertion.path, (path) => onChange({ ...assertion, path })));
  }
}

const numberOf = (text: string): number => Number(text.replaceAll(/\D/g, "").slice(0, 3));
