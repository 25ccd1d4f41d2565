import type { ElementPath } from "@/policy/xml/element-path";

const triesFrames = 90;
const waitsFrames = 12;

/** Puts the keyboard on the card that shows an element, itself or around it, as soon as it is drawn. */
export function focusCard(path: ElementPath, frame = 0): void {
  if (frame > triesFrames) return;
  const outer = frame < waitsFrames ? [path] : around(path);
  for (const each of outer) {
    const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(each)}"]`);
    if (card === null) continue;
    card.focus({ preventScroll: true });
    return;
  }
  requestAnimationFrame(() => focusCard(path, frame + 1));
}

const around = (path: ElementPath): ElementPath[] => {
  const steps = path.split("/");
  return steps.map((_, at) => steps.slice(0, steps.length - at).join("/"));
};
