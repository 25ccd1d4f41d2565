import type { Action } from "../../behaviour";
import { generateKey } from "../subscription-keys";

const regenerate = (name: string, field: "primaryKey" | "secondaryKey", which: string): Action => ({
  name,
  role: "editor",
  summary: `Replaces the subscription's ${which} key by a new one.`,
  async handle({ document, update }) {
    await update(`Regenerate the ${which} key of subscription ${document.name}`, (properties) => ({
      ...properties,
      [field]: generateKey(),
    }));
    return { status: 204 };
  },
});

export const regenerateKeys: readonly Action[] = [
  regenerate("regeneratePrimaryKey", "primaryKey", "primary"),
  regenerate("regenerateSecondaryKey", "secondaryKey", "secondary"),
];
