import type { Checker } from "@/policy/check/checker";
import type { XmlElement } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { adviseBase } from "./base";
import { adviseBranches } from "./branches";
import { adviseCache } from "./cache";
import { adviseCors } from "./cors";
import { adviseEnds } from "./ends";
import { adviseRetry } from "./retry";
import { adviseSecrets } from "./secrets";
import { adviseVariables } from "./variables";

const all: readonly Advice[] = [
  adviseBase,
  adviseBranches,
  adviseCache,
  adviseCors,
  adviseEnds,
  adviseRetry,
  adviseSecrets,
  adviseVariables,
];

export function advise(checker: Checker, root: XmlElement): void {
  for (const advice of all) advice(checker, root);
}
