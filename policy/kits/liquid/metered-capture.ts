import type { Context } from "liquidjs";
import { liquidLibrary } from "./library";

/** `capture`, whose text counts: captured in itself again and again it would grow without end. */
export function meteredCapture() {
  const { CaptureTag } = liquidLibrary();
  return class MeteredCapture extends CaptureTag {
    override *render(context: Context): Generator<unknown, void, string> {
      const text = yield this.liquid.renderer.renderTemplates(this.templates, context);
      context.memoryLimit.use(text.length);
      (context.bottom() as Record<string, unknown>)[this.variable] = text;
    }
  };
}
