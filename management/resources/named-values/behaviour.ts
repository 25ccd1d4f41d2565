import type { Behaviour } from "../behaviour";
import { listValue } from "./actions/list-value";
import { refreshSecret } from "./actions/refresh-secret";
import { project } from "./project";
import { rules } from "./rules";

export const namedValues: Behaviour = { rules, project, actions: [listValue, refreshSecret] };
