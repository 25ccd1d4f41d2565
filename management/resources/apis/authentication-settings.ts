import { z } from "zod";

const oAuth2 = z.strictObject({ authorizationServerId: z.string().optional(), scope: z.string().optional() });
const openId = z.strictObject({
  openidProviderId: z.string().optional(),
  bearerTokenSendingMethods: z.array(z.enum(["authorizationHeader", "query"])).optional(),
});

/** How the documentation of an API says that callers sign in; the gateway does not act on it. */
export const authenticationSettings = z.strictObject({
  oAuth2: oAuth2.optional(),
  openid: openId.optional(),
  oAuth2AuthenticationSettings: z.array(oAuth2).optional(),
  openidAuthenticationSettings: z.array(openId).optional(),
});
