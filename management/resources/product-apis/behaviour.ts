import { collectLinks, presentLink } from "../apis/api-links";
import type { Behaviour } from "../behaviour";
import { project } from "./project";
import { rules } from "./rules";

export const productApis: Behaviour = { rules, present: presentLink, project, collect: collectLinks };
