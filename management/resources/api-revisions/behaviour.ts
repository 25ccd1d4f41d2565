import type { Behaviour } from "../behaviour";
import { collect } from "./collect";
import { present } from "./present";

export const apiRevisions: Behaviour = { collect, present };
