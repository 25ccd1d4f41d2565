import { argumentException } from "@/policy/expression/values/net-exception";
import type { Rounding } from "./rounding";

const modes: readonly Rounding[] = ["even", "away", "zero", "down", "up"];

/** What a System.MidpointRounding asks for. */
export function roundingOf(mode: number): Rounding {
  const rounding = modes[mode];
  if (rounding === undefined)
    throw argumentException(`The value '${mode}' is not valid for this usage of the type MidpointRounding.`, "mode");
  return rounding;
}
