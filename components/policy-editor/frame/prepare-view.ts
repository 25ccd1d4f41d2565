import { rememberedView } from "./use-view";
import { viewChoice } from "./view-choice";

/** Fetches the view that will be drawn while the document is still on its way. */
export function prepareView(): void {
  const address = new URLSearchParams(window.location.search).get("view");
  const view = viewChoice(address, rememberedView(), true);
  const parts = [
    view === "visual" || view === "split" ? import("../visual/visual-view") : null,
    view === "code" || view === "split" ? import("../code/code-view") : null,
  ];
  // What does not come now is asked for again, and spoken of, when it is drawn.
  for (const part of parts) part?.catch(() => {});
}
