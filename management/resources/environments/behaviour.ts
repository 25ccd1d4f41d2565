import type { Behaviour } from "../behaviour";
import { rules } from "./rules";

export const environments: Behaviour = { rules };
