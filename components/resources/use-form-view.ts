"use client";

import { useEffect, useState } from "react";
import type { FormView } from "../form/form-view";
import type { KindView } from "./kind-view";

/** A kind's form, once its code has come; null until then. */
export function useFormView(view: KindView): FormView | null {
  const [form, setForm] = useState<FormView | null>(null);
  useEffect(() => {
    let wanted = true;
    void view.form().then((loaded) => (wanted ? setForm(loaded) : undefined));
    return () => {
      wanted = false;
    };
  }, [view]);
  return form;
}
