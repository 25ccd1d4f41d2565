/** What every page may say: it comes with the page. */
export const everywhere = [
  "door",
  "ui",
  "navigation",
  "shell",
  "table",
  "columns",
  "diff",
  "form",
  "fields",
  "create",
  "resource",
  "review",
  "conflict",
  "remove",
  "usedBy",
  "publish",
  "history",
  "code",
  "failure",
  "kinds",
  "gateways",
  "settings",
  "activity",
  "policy",
  "overview",
  "console",
] as const;

/** What only the policy editor says; fetched with it. */
export const ofEditor = [
  "editor",
  "saving",
  "visual",
  "policyForm",
  "codeView",
  "effective",
  "policyHelp",
  "diagnostics",
] as const;

/** What only the test console and the tests of an API say; fetched with them. */
export const ofConsole = ["console", "run", "tests", "diagnostics"] as const;

export type Namespace = (typeof everywhere)[number] | (typeof ofEditor)[number] | (typeof ofConsole)[number];

/** "usedBy" is kept in used-by.json. */
export const fileOf = (namespace: Namespace): string =>
  namespace.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
