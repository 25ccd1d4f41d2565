"use client";

import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type ElementPath, elementAt } from "@/policy/xml/element-path";
import { useUrlState } from "../../table/use-url-state";
import { useChain } from "../chain/use-chain";
import { useEditing, useLaterText } from "../editing";
import { treeOf } from "../model/tree-of";
import { ElementFields } from "./element-fields";
import { problemsByField } from "./problems-by-field";
import { type Form, FormContext } from "./use-form";
import { variablesIn } from "./variables-in";
import { writeField } from "./write-field";

/** What the fields share: the document, what is known around it, and how a change is written. */
export function FormProvider({ children }: { children: ReactNode }) {
  const { document, knowledge, diagnostics, readOnly, select, target } = useEditing();
  const doc = useLaterText(document);
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ path: ElementPath; button?: "up" | "down" } | null>(null);
  // Problems were found in the text of their moment: their fields are looked up once, and not again at every letter.
  const problems = useMemo(() => problemsByField(document.parsed, diagnostics), [document, diagnostics]);
  const { chain } = useChain(target.owner, { draft: useUrlState()[0].get("draft") });
  const wider = useMemo(() => (chain ?? []).slice(0, -1).flatMap(({ text: each }) => each ?? []), [chain]);
  const names = useMemo(
    () => variablesIn(treeOf(doc).document, knowledge?.fragments ?? [], wider).join("\n"),
    [doc, knowledge, wider],
  );
  // The same names are the same list, so that no field is drawn anew for them.
  const variables = useMemo(() => (names === "" ? [] : names.split("\n")), [names]);
  useLayoutEffect(() => {
    if (wanted === null) return;
    const part = box.current?.querySelector(`[data-form-path="${CSS.escape(wanted.path)}"]`);
    const target = part == null ? null : focusIn(part, wanted.button);
    if (target === null) return;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
    setWanted(null);
  }, [wanted]);
  const form = useMemo(
    (): Form => ({
      ...{ readOnly, knowledge, problems, variables, select },
      type(path, field, value) {
        const element = elementAt(document.parsed, path);
        if (element === null) return;
        document.editField(`${path} ${field.kind} ${field.name}`, writeField(element, field, value));
      },
      change(path, edits) {
        const element = elementAt(document.parsed, path);
        if (element !== null) document.edit(edits(element, document.parsed));
      },
      replaceElement(path, xml) {
        const element = elementAt(document.parsed, path);
        if (element !== null) document.editField(`${path} xml`, [{ ...element.span, text: xml }]);
      },
      draw: (model, policy, within) => <ElementFields model={model} policy={policy} within={within} />,
      focusPart: (path, button) => setWanted({ path, button }),
    }),
    [document, readOnly, knowledge, problems, variables, select],
  );
  return (
    <FormContext value={form}>
      <div ref={box} className="contents">
        {children}
      </div>
    </FormContext>
  );
}

const fields = ":is(input, textarea, select, [contenteditable=true]):not(:disabled)";

/** Where it can be moved no further that way, the other way. */
const focusIn = (part: Element, button?: "up" | "down"): HTMLElement | null =>
  (button === undefined
    ? part.querySelector<HTMLElement>(fields)
    : (part.querySelector<HTMLElement>(`[data-move=${button}]:not(:disabled)`) ??
      part.querySelector<HTMLElement>("[data-move]:not(:disabled)"))) ??
  part.querySelector<HTMLElement>("button:not(:disabled)");
