import type { Behaviour } from "../behaviour";
import { listSecrets } from "./actions/list-secrets";
import { regenerateKeys } from "./actions/regenerate-keys";
import { collect } from "./collect";
import { present } from "./present";
import { project } from "./project";
import { rules } from "./rules";

export const subscriptions: Behaviour = { rules, present, project, collect, actions: [listSecrets, ...regenerateKeys] };
