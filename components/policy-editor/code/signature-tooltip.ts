import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { EditorView, keymap, showTooltip, type Tooltip, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Signature } from "@/policy/assist/completion";
import { Outdated } from "../language/language-service";

const setSignature = StateEffect.define<Signature | null>();

const field = StateField.define<Signature | null>({
  create: () => null,
  update(signature, { effects, docChanged, changes }) {
    let now = signature;
    if (now !== null && docChanged) now = { ...now, start: changes.mapPos(now.start), end: changes.mapPos(now.end) };
    for (const effect of effects) if (effect.is(setSignature)) now = effect.value;
    return now;
  },
  provide: (own) => showTooltip.from(own, (signature) => (signature === null ? null : tooltip(signature))),
});

function tooltip(signature: Signature): Tooltip {
  return { pos: signature.start, above: true, arrow: false, create: () => ({ dom: draw(signature) }) };
}

function draw({ signatures, active, parameter }: Signature): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "gh-hover";
  const line = document.createElement("div");
  line.className = "gh-signature";
  const shown = signatures[active];
  if (shown === undefined) return dom;
  const last = shown.parameters.length - 1;
  const at = shown.parameters[Math.min(parameter, last)];
  if (at === undefined) line.textContent = shown.label;
  else {
    const strong = document.createElement("strong");
    strong.textContent = shown.label.slice(at.start, at.end);
    line.append(shown.label.slice(0, at.start), strong, shown.label.slice(at.end));
  }
  if (signatures.length > 1) line.append(`  (${active + 1}/${signatures.length})`);
  dom.append(line);
  if (shown.documentation !== undefined) {
    const text = document.createElement("div");
    text.textContent = shown.documentation;
    dom.append(text);
  }
  return dom;
}

/** While a call is being written: its parameters, and which of them the cursor is at. */
export function signatureHelp(ask: (text: string, offset: number) => Promise<Signature | null>): Extension {
  const request = async (view: EditorView) => {
    const { doc } = view.state;
    const { head } = view.state.selection.main;
    const found = await ask(doc.toString(), head).catch((error) => {
      if (error instanceof Outdated) return undefined;
      throw error;
    });
    if (found === undefined || view.state.doc !== doc || view.state.selection.main.head !== head) return;
    if (found !== view.state.field(field, false)) view.dispatch({ effects: setSignature.of(found) });
  };
  const watcher = ViewPlugin.fromClass(
    class {
      update({ docChanged, selectionSet, transactions, state, view }: ViewUpdate) {
        const isOpen = state.field(field) !== null;
        const types = transactions.some((one) => one.isUserEvent("input"));
        if ((docChanged && types) || (isOpen && (docChanged || selectionSet))) {
          const before = state.sliceDoc(Math.max(0, state.selection.main.head - 1), state.selection.main.head);
          if (isOpen || before === "(" || before === ",") queueMicrotask(() => void request(view));
        }
      }
    },
  );
  const close = (view: EditorView): boolean => {
    if (view.state.field(field, false) === null) return false;
    view.dispatch({ effects: setSignature.of(null) });
    return true;
  };
  const leave = EditorView.domEventHandlers({ blur: (_, view) => void close(view) });
  return [field, watcher, leave, keymap.of([{ key: "Escape", run: close }])];
}
