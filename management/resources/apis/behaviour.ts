import type { Behaviour } from "../behaviour";
import { collect } from "./collect";
import { locate } from "./locate";
import { present } from "./present";
import { project } from "./project";
import { rules } from "./rules";

export const apis: Behaviour = { rules, present, project, locate, collect };
