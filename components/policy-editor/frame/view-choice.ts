import type { EditorMode } from "../editing";

/** What the editor shows: one of its modes, or the policy that results from all scopes. */
export type View = EditorMode | "effective";

export const modes: readonly EditorMode[] = ["visual", "split", "code"];

const isMode = (text: string | null): text is EditorMode => modes.some((mode) => mode === text);

/** The address decides, then what the person chose last. */
export function viewChoice(address: string | null, remembered: string | null, hasEffective: boolean): View {
  if (address === "effective" && hasEffective) return "effective";
  if (isMode(address)) return address;
  return isMode(remembered) ? remembered : "visual";
}
