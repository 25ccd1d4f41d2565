import type { Behaviour } from "../behaviour";
import { present } from "./present";
import { rules } from "./rules";

export const apiReleases: Behaviour = { rules, present };
