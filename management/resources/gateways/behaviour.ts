import type { Behaviour } from "../behaviour";
import { generateToken } from "./actions/generate-token";
import { listKeys } from "./actions/list-keys";
import { regenerateKey } from "./actions/regenerate-key";
import { rules } from "./rules";

export const gateways: Behaviour = { rules, actions: [listKeys, regenerateKey, generateToken] };
