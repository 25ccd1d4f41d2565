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
  "tour",
  "console",
] as const;

/** What only the policy editor says; fetched with it. */
export const ofEditor = ["editor", "saving", "visual", "policyForm", "codeView", "effective", "policyHelp"] as const;

/** What only the test console and the tests of an API say; fetched with them. */
export const ofConsole = ["run", "tests"] as const;

/** What is said only where a draft is at hand. */
export const ofDrafts = ["drafts"] as const;

/** All that the page of a policy says, in one request. */
export const ofPolicyPage = [...ofEditor, ...ofDrafts] as const;

/** What the checker and the management API say in English, for those who read another language. */
export const saidInEnglish = ["diagnostics", "said"] as const;

export type Namespace =
  | (typeof everywhere)[number]
  | (typeof ofEditor)[number]
  | (typeof ofConsole)[number]
  | (typeof ofDrafts)[number]
  | (typeof saidInEnglish)[number];

const all: ReadonlySet<string> = new Set([...everywhere, ...ofEditor, ...ofConsole, ...ofDrafts, ...saidInEnglish]);
export const isNamespace = (text: string): text is Namespace => all.has(text);

/** Their texts are read as they stand, braces and all. */
export const plainNamespaces: ReadonlySet<Namespace> = new Set(["policyHelp", "diagnostics", "said"]);

/** "usedBy" is kept in used-by.json. */
export const fileOf = (namespace: Namespace): string =>
  namespace.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
