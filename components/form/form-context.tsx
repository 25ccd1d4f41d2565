"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FieldTexts } from "./field-texts";
import type { FormState } from "./use-form";

export interface FormScope {
  form: FormState;
  texts: FieldTexts;
  disabled: boolean;
  /** Where the document lives; undefined while it is being created. */
  resourcePath?: string;
  /** The draft in which the document is written, and in which it finds what it refers to. */
  draft?: string | null;
}

const FormContext = createContext<FormScope | null>(null);

export const FormProvider = ({ scope, children }: { scope: FormScope; children: ReactNode }) => (
  <FormContext.Provider value={scope}>{children}</FormContext.Provider>
);

export function useFormScope(): FormScope {
  const scope = useContext(FormContext);
  if (scope === null) throw new Error("A field stands outside of a form.");
  return scope;
}

export const fieldId = (path: string): string => `field-${path.replaceAll(/[^\w-]/g, "-")}`;
