import { maxDocumentBytes } from "@/policy/xml/parse";
import type { Rules } from "../behaviour";
import { settleDocument } from "../policies/settle-document";

export const rules: Rules = {
  async write(writing) {
    if (Buffer.byteLength(String(writing.properties.value)) > maxDocumentBytes) {
      return writing.refuse("value", `Must have at most ${maxDocumentBytes / 1024} KB.`);
    }
    await settleDocument(writing, "fragment", "global");
  },
};
