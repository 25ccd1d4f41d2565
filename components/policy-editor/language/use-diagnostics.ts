"use client";

import { useEffect, useMemo, useState } from "react";
import type { Diagnostic } from "@/policy/diagnostics";
import type { Knowledge, Standing } from "@/policy/knowledge";
import type { EditorDocument } from "../model/editor-document";
import { Outdated } from "./language-service";
import { asWritten, type Localise } from "./localise";
import { theLanguageService } from "./the-language-service";

/** So long after the last keystroke the text is looked at. */
const pauseMs = 150;

/** What is wrong with the present text, a moment after it stopped changing. */
export function useDiagnostics(
  document: EditorDocument,
  standing: Standing,
  knowledge: Knowledge | null,
  localise: Localise = asWritten,
): readonly Diagnostic[] {
  const [found, setFound] = useState<readonly Diagnostic[]>([]);
  const { kind, scope, urlTemplate } = standing;
  useEffect(() => {
    const surroundings = {
      knowledge,
      standing: { kind, scope, ...(urlTemplate === undefined ? {} : { urlTemplate }) },
    };
    let checked: string | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isOpen = true;
    const check = async () => {
      const { text } = document;
      checked = text;
      try {
        const answer = await theLanguageService().ask("check", { text }, surroundings, "document");
        if (isOpen && document.text === text) setFound(answer);
      } catch (error) {
        if (!(error instanceof Outdated)) console.error(error);
      }
    };
    let seen = document.state.doc;
    const stop = document.subscribe(() => {
      const { doc } = document.state;
      if (doc === seen) return;
      seen = doc;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => document.text !== checked && void check(), pauseMs);
    });
    void check();
    return () => {
      isOpen = false;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [document, knowledge, kind, scope, urlTemplate]);
  return useMemo(() => found.map(localise), [found, localise]);
}
