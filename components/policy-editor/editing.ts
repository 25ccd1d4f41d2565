"use client";

import type { Text } from "@codemirror/state";
import { createContext, useContext, useDeferredValue, useSyncExternalStore } from "react";
import type { Diagnostic } from "@/policy/diagnostics";
import type { Knowledge, Standing } from "@/policy/knowledge";
import type { ElementPath } from "@/policy/xml/element-path";
import type { EditorDocument } from "./model/editor-document";

/** Which policy document: of a scope, or a fragment. */
export interface PolicyTarget {
  /** The management API's path of the document: "/apis/orders/policies/policy", "/policyFragments/auth". */
  path: string;
  /** Whom it belongs to: "/", "/products/x", "/apis/x", "/apis/x/operations/y", "/policyFragments/x". */
  owner: string;
  standing: Standing;
}

export type EditorMode = "visual" | "split" | "code";

/** What the views of the editor share; offsets are into document.text. */
export interface PolicyEditing {
  target: PolicyTarget;
  document: EditorDocument;
  readOnly: boolean;
  /** null until it has come. */
  knowledge: Knowledge | null;
  /** Of the text as it last was when somebody stopped typing; in the person's language. */
  diagnostics: readonly Diagnostic[];
  /** The chosen element; kept in the address as ?at=. */
  selected: ElementPath | null;
  select(path: ElementPath | null): void;
  mode: EditorMode;
  setMode(mode: EditorMode): void;
  /** Leads the person to a place of the text: selects the element there and, where code is shown, puts the cursor there. */
  reveal(offset: number): void;
}

export const EditingContext = createContext<PolicyEditing | null>(null);

export function useEditing(): PolicyEditing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("There is no policy editor around this.");
  return editing;
}

/**
 * Something about the document as it is now, such as whether it can be undone; whoever asks is drawn anew when that
 * becomes another, not at every letter.
 */
export function useOfDocument<Value>(document: EditorDocument, read: (document: EditorDocument) => Value): Value {
  const now = () => read(document);
  return useSyncExternalStore(document.subscribe, now, now);
}

/** The text for what may follow a moment behind the letters: what is drawn of it never delays them. */
export const useLaterText = (document: EditorDocument): Text =>
  useDeferredValue(useOfDocument(document, ({ state }) => state.doc));
