import { declareType } from "@/policy/library/declare";
import { choosingMembers } from "./declare-choosing";
import { combiningMembers } from "./declare-combining";
import { numberMembers } from "./declare-numbers";
import { shapingMembers } from "./declare-shaping";

export const declaration = declareType(`
  namespace System.Linq;
  /// What sequences can do. Most of it happens only when the result is gone through.
  public static class Enumerable {
${shapingMembers}
${combiningMembers}
${choosingMembers}
${numberMembers}
  }
`);
