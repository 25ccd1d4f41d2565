import type { Standing } from "@/policy/knowledge";
import { Outdated } from "../language/language-service";
import { theLanguageService } from "../language/the-language-service";
import type { EditorDocument } from "../model/editor-document";

export type FormatOutcome = "formatted" | "unchanged" | "malformed" | "outdated";

/** Lays the document out anew, as one step of the history; what somebody typed meanwhile is kept. */
export async function formatDocument(document: EditorDocument, standing: Standing): Promise<FormatOutcome> {
  const { source } = document;
  try {
    const formatted = await theLanguageService().ask("format", { text: source }, { knowledge: null, standing });
    if (document.source !== source) return "outdated";
    if (formatted === null) return "malformed";
    if (formatted === source) return "unchanged";
    document.replace(formatted);
    return "formatted";
  } catch (error) {
    if (error instanceof Outdated) return "outdated";
    throw error;
  }
}
