import type { Behaviour } from "../behaviour";
import { circuitBreakerState } from "./actions/circuit-breaker-state";
import { listSecrets } from "./actions/list-secrets";
import { reconnect } from "./actions/reconnect";
import { present } from "./present";
import { project } from "./project";
import { rules } from "./rules";

export const backends: Behaviour = { rules, present, project, actions: [reconnect, listSecrets, circuitBreakerState] };
