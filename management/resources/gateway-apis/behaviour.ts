import { collectLinks, presentLink, settleLink } from "../apis/api-links";
import type { Behaviour } from "../behaviour";

export const gatewayApis: Behaviour = { rules: { write: settleLink }, present: presentLink, collect: collectLinks };
