import type { Behaviour } from "../behaviour";
import { present } from "./present";
import { project } from "./project";
import { rules } from "./rules";

export const users: Behaviour = { rules, present, project };
