import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { Definition } from "@/policy/assist/hover";
import { portalPath } from "../../resources/portal-path";
import { Outdated } from "../language/language-service";

const collections: Readonly<Record<Definition["kind"], string>> = {
  "named-value": "namedValues",
  backend: "backends",
  fragment: "policyFragments",
  certificate: "certificates",
  logger: "loggers",
};

/** The page of what a policy names; null: it has none. */
export const pageOf = ({ kind, name }: Definition, idOf: (name: string) => string): string | null =>
  portalPath(`/${collections[kind]}/${kind === "named-value" ? idOf(name) : name}`);

/** F12, or a click with Ctrl or Cmd, leads to the fragment, backend or named value under the cursor. */
export function goToDefinition(
  ask: (text: string, offset: number) => Promise<Definition | null>,
  go: (definition: Definition) => void,
): Extension {
  const follow = async (view: EditorView, offset: number) => {
    try {
      const found = await ask(view.state.doc.toString(), offset);
      if (found !== null) go(found);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
  };
  return [
    keymap.of([
      {
        key: "F12",
        run: (view) => {
          void follow(view, view.state.selection.main.head);
          return true;
        },
      },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
        const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (offset === null) return false;
        void follow(view, offset);
        return true;
      },
    }),
  ];
}
