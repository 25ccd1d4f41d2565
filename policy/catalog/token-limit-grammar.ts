import { httpToken } from "@/lib/http-token";
import type { ElementGrammar } from "./define";

const headerName = {
  type: "string",
  expressions: false,
  problem: (name: string) => (name === "" || httpToken.test(name) ? null : "It is not a header name."),
  form: { control: "header-name" },
} as const;

/** What the two policies of this kind have in common. */
export const tokenLimitGrammar = {
  attributes: {
    "tokens-per-minute": { type: "int32", expressions: true },
    "token-quota": { type: "int64", expressions: true, form: { advanced: true } },
    "token-quota-period": {
      type: "enum",
      allowed: ["Indefinite", "Hourly", "Daily", "Weekly", "Monthly", "Yearly"],
      default: "Indefinite",
      expressions: false,
      form: { advanced: true },
    },
    "counter-key": { type: "string", required: true, expressions: true, form: { control: "code" } },
    "estimate-prompt-tokens": { type: "boolean", required: true, expressions: false },
    "prompt-type": {
      type: "enum",
      allowed: ["auto", "chat-completion", "completion", "embeddings"],
      default: "auto",
      expressions: false,
      form: { advanced: true },
    },
    "retry-after-header-name": { ...headerName, default: "Retry-After" },
    "retry-after-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "remaining-tokens-header-name": headerName,
    "remaining-tokens-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "remaining-quota-tokens-header-name": headerName,
    "remaining-quota-tokens-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "tokens-consumed-header-name": headerName,
    "tokens-consumed-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "ignore-prompt": { type: "boolean", default: "false", expressions: false, form: { advanced: true } },
  },
  constraints: [{ kind: "at-least-one", attributes: ["tokens-per-minute", "token-quota"] }],
} as const satisfies ElementGrammar;
