import type { Management } from "../current";
import { AddressTaken, type OperatorRow, type Role } from "../store/store";
import { audit } from "./audit";
import { newOperator } from "./first-operator";
import { isIssuer, type OidcClaims, type OidcSettings } from "./oidc-provider";
import { roleOfClaim } from "./oidc-role";
import { oneAtATime } from "./one-at-a-time";
import { isLastOwner } from "./owners";

/** Why somebody whom the provider vouches for may still not come in; the sign-in page has words for each. */
export type OidcRefusal = "OidcIssuer" | "OidcNoRole" | "OidcDisabled" | "OidcAddressTaken" | "OidcSetUpFirst";
export type Admitted = { operator: OperatorRow } | { refused: OidcRefusal };
type Plane = Pick<Management, "store">;

/**
 * Who a person of the provider is here. They are known by issuer and subject alone. An address never makes two people
 * one, but for one case: an owner invited that address (an operator without a password who never signed in), and the
 * provider says that it verified it.
 *
 * The role: what the claim says, at each sign-in. Without one, a role given here stays, and everyone else gets the
 * default role; with the default "none" they are refused, and what they had is taken back.
 */
export function admitByOidc(
  claims: OidcClaims,
  management: Plane,
  settings: OidcSettings,
  address: string | null,
): Promise<Admitted> {
  return oneAtATime(async () => {
    if (settings.GATEHOUSE_OIDC_ISSUER === undefined || !isIssuer(claims, settings.GATEHOUSE_OIDC_ISSUER)) {
      return { refused: "OidcIssuer" };
    }
    const claimed = roleOfClaim(claims, settings.GATEHOUSE_OIDC_ROLE_CLAIM);
    const fallback = settings.GATEHOUSE_OIDC_DEFAULT_ROLE === "none" ? null : settings.GATEHOUSE_OIDC_DEFAULT_ROLE;
    const known = await management.store.identity.operator({ externalId: externalIdOf(claims) });
    if (known !== null) return admitKnown(known, claimed, fallback, management);
    const holder = await management.store.identity.operator({ email: emailOf(claims) });
    if (holder === null) return admitNew(claims, claimed ?? fallback, management, address);
    const invited = holder.passwordHash === null && holder.externalId === null;
    if (!invited || !isVerified(claims)) return { refused: "OidcAddressTaken" };
    const admitted = await admitKnown(holder, claimed, fallback, management, externalIdOf(claims));
    if ("operator" in admitted)
      await audit(management, by(admitted.operator, address), "operator-linked", holder.email);
    return admitted;
  });
}

export const externalIdOf = (claims: OidcClaims): string => `${claims.iss} ${claims.sub}`;

async function admitKnown(
  operator: OperatorRow,
  claimed: Role | null,
  fallback: Role | null,
  management: Plane,
  externalId?: string,
): Promise<Admitted> {
  const { identity } = management.store;
  if (operator.disabled) return { refused: "OidcDisabled" };
  const kept = claimed === null && operator.roleFrom === "here";
  const last = await isLastOwner(operator, management);
  const role = kept || last ? operator.role : (claimed ?? fallback);
  if (role === null) {
    // Their tokens are worth no more than a reader's from now on, and their sessions nothing.
    await identity.updateOperator(operator.id, { role: "reader", endSessions: true });
    return { refused: "OidcNoRole" };
  }
  const roleFrom = claimed === null ? operator.roleFrom : "claim";
  const fields = {
    role,
    roleFrom,
    signedInAt: new Date(),
    ...(externalId === undefined ? {} : { externalId }),
  } as const;
  const changed = await identity.updateOperator(operator.id, fields);
  return changed === null ? { refused: "OidcNoRole" } : { operator: changed };
}

async function admitNew(
  claims: OidcClaims,
  role: Role | null,
  management: Plane,
  address: string | null,
): Promise<Admitted> {
  const { identity } = management.store;
  if (role === null) return { refused: "OidcNoRole" };
  const email = emailOf(claims);
  const name = text(claims.name) ?? text(claims.preferred_username) ?? email;
  const operator = newOperator({
    ...{ email, name: name.slice(0, 100), role, passwordHash: null },
    ...{ externalId: externalIdOf(claims), roleFrom: "claim", signedInAt: new Date() },
  });
  // Somebody less than an owner as the first operator would close the set-up page with nobody to administer.
  const first = role === "owner" && (await identity.saveFirstOperator(operator));
  if (!first) {
    if ((await identity.operators()).length === 0) return { refused: "OidcSetUpFirst" };
    try {
      await identity.saveOperator(operator);
    } catch (error) {
      if (AddressTaken.is(error)) return { refused: "OidcAddressTaken" };
      throw error;
    }
  }
  await audit(management, by(operator, address), "operator-created", email);
  return { operator };
}

/** Providers that give no address still give a subject, unique within them. */
function emailOf(claims: OidcClaims): string {
  const given = [claims.email, claims.preferred_username, claims.upn].map(text).find((each) => each?.includes("@"));
  return (given ?? `${claims.sub}@${new URL(claims.iss).hostname}`).toLowerCase();
}

/** Entra ID does not verify the email claim; where its owner is known, it says so by xms_edov. */
const isVerified = (claims: OidcClaims) =>
  text(claims.email) !== null &&
  [claims.email_verified, claims.xms_edov].some(
    (each) => each === true || each === "true" || each === 1 || each === "1",
  );

const text = (claim: unknown): string | null =>
  typeof claim === "string" && claim.trim() !== "" ? claim.trim().slice(0, 320) : null;
const by = (operator: OperatorRow, address: string | null) => ({
  actor: { kind: "user", id: operator.id, name: operator.name } as const,
  address,
});
