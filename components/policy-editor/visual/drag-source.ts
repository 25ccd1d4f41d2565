import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import type { ElementPath } from "@/policy/xml/element-path";

/** What is under way: a card of the document, or something new. */
export type Dragged = { kind: "policy"; path: ElementPath } | { kind: "policy"; xml: string };

export const isDragged = (data: Record<string | symbol, unknown>): data is Dragged => data.kind === "policy";

export const dragCard = (element: HTMLElement, path: ElementPath, name: string): (() => void) =>
  drag(element, name, () => ({ kind: "policy", path }));

export const dragNew = (element: HTMLElement, xml: () => string, name: string): (() => void) =>
  drag(element, name, () => ({ kind: "policy", xml: xml() }));

function drag(element: HTMLElement, name: string, data: () => Dragged): () => void {
  return draggable({
    element,
    getInitialData: () => ({ ...data() }),
    onGenerateDragPreview: ({ nativeSetDragImage }) =>
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => ({ x: -12, y: 12 }),
        render: ({ container }) => {
          const chip = container.appendChild(document.createElement("div"));
          chip.textContent = name;
          chip.className =
            "max-w-60 truncate rounded-control border border-accent bg-surface px-3 py-1.5 font-sans font-strong text-sm text-text";
        },
      }),
    onDragStart: () => element.setAttribute("data-dragged", ""),
    onDrop: () => element.removeAttribute("data-dragged"),
  });
}
