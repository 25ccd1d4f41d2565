import type { Behaviour } from "../behaviour";
import { collectLinked, settleLinkTo } from "../linked";
import { present } from "./present";
import { project } from "./project";

export const productGroups: Behaviour = {
  rules: { write: (writing) => settleLinkTo("groups", writing) },
  present,
  project,
  collect: collectLinked("groups"),
};
