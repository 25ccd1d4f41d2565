import { env } from "@/lib/env";
import { currentManagement } from "../current";
import { ownPath } from "./own-path";
import { pageOperator } from "./page-operator";
import { readPeer } from "./peer";

/** What the pages before the portal must know of this request. */
export interface DoorState {
  /** Nobody can sign in yet: the set-up page is open. */
  isNew: boolean;
  isSignedIn: boolean;
  /** Setting up from elsewhere takes the code from the portal's console. */
  needsSetupCode: boolean;
  /** Where to go afterwards, on this site. */
  callbackUrl: string;
  /** The OpenID provider's name, and the origin that it returns people to. */
  oidc: { name: string; origin: string } | null;
}

export async function doorState(headers: Headers, callbackUrl: string | string[] | undefined): Promise<DoorState> {
  const settings = env();
  const { NEXTAUTH_URL, GATEHOUSE_OIDC_ISSUER, GATEHOUSE_OIDC_NAME } = settings;
  const origin = NEXTAUTH_URL === undefined ? undefined : new URL(NEXTAUTH_URL).origin;
  return {
    isNew: (await currentManagement().store.identity.operators()).length === 0,
    isSignedIn: (await pageOperator(headers)) !== null,
    needsSetupCode: !readPeer(headers).local,
    callbackUrl: ownPath([callbackUrl].flat()[0], origin),
    oidc: GATEHOUSE_OIDC_ISSUER === undefined || origin === undefined ? null : { name: GATEHOUSE_OIDC_NAME, origin },
  };
}
