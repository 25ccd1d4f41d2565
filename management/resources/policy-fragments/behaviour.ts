import type { Behaviour } from "../behaviour";
import { listReferences } from "./actions/list-references";
import { present } from "./present";
import { project } from "./project";
import { rules } from "./rules";

export const policyFragments: Behaviour = { rules, present, project, actions: [listReferences] };
