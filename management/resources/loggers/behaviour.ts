import type { Behaviour } from "../behaviour";
import { project } from "./project";
import { rules } from "./rules";

export const loggers: Behaviour = { rules, project };
