import type { StateTone } from "../ui/state";
import type { Role } from "./person";

/** A management token, as it may be shown: the token itself is not kept. */
export interface Token {
  id: string;
  operatorId: string;
  name: string;
  role: Role;
  state: "active" | "expired" | "revoked";
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

const soonMs = 3 * 24 * 60 * 60 * 1000;

export type TokenState = Token["state"] | "expiring";
export const tokenStates: readonly TokenState[] = ["active", "expiring", "expired", "revoked"];

/** What stops working within days is said beforehand. */
export const stateOfToken = ({ state, expiresAt }: Token, now = Date.now()): TokenState =>
  state === "active" && Date.parse(expiresAt) - now < soonMs ? "expiring" : state;

export const toneOfToken: Readonly<Record<TokenState, StateTone>> = {
  active: "good",
  expiring: "warn",
  expired: "idle",
  revoked: "idle",
};
