import type { EnvironmentProperties } from "@/contract/console-run";

/** What the server shows in place of a secret, and keeps when it comes back. */
const dots = "••••••••";

export interface Row {
  name: string;
  /** null: the stored secret. */
  value: string | null;
  secret: boolean;
  stored: boolean;
}

type Variables = NonNullable<EnvironmentProperties["variables"]>;

export const rowsOf = (variables: Variables): Row[] =>
  variables.map(({ name, value, secret = false }) => ({ name, value: secret ? null : value, secret, stored: secret }));

/** Rows without a name and a value are left out. */
export const variablesOf = (rows: readonly Row[]): Variables =>
  rows
    .filter((row) => !isBlank(row))
    .map(({ name, value, secret }) => ({ name: name.trim(), value: value ?? dots, ...(secret ? { secret } : {}) }));

/** What is wrong with each row; the texts' keys. */
export function problemsIn(rows: readonly Row[]): ("twice" | "empties" | null)[] {
  const names = rows.map(({ name }) => name.trim());
  return rows.map((row, at) => {
    if (isBlank(row)) return null;
    if (names[at] === "") return "empties";
    return names.indexOf(names[at] as string) === at ? null : "twice";
  });
}

const isBlank = ({ name, value, stored }: Row): boolean => name.trim() === "" && !value && !stored;
