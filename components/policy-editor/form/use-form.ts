"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Knowledge } from "@/policy/knowledge";
import type { ElementPath } from "@/policy/xml/element-path";
import type { XmlDocument, XmlElement } from "@/policy/xml/nodes";
import type { TextEdit } from "@/policy/xml/text-edit";
import type { FormField, FormModel } from "./describe-form";
import type { ProblemsByField } from "./problems-by-field";

/** What every field of the form shares. Elements are found anew by their path for each change. */
export interface Form {
  readOnly: boolean;
  knowledge: Knowledge | null;
  problems: ProblemsByField;
  variables: readonly string[];
  select(path: ElementPath): void;
  /** While somebody types; one step of the history until another field or another change comes. */
  type(path: ElementPath, field: FormField, value: string | null): void;
  /** A step of its own. */
  change(path: ElementPath, edits: (element: XmlElement, document: XmlDocument) => TextEdit[]): void;
  /** Puts other XML in an element's place while somebody types. */
  replaceElement(path: ElementPath, xml: string): void;
  /** The fields of a part, whose parts are drawn by the same in turn. */
  draw(model: FormModel, policy: string, within: string): ReactNode;
  /** Puts the focus into the part, once it is drawn: into its first field, or on the button that moved it. */
  focusPart(path: ElementPath, button?: "up" | "down"): void;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error("There is no form around this.");
  return form;
}
