import { type Env, env } from "@/lib/env";
import { currentManagement, type Management } from "../current";
import { methodNotAllowed, resourceNotFound } from "../refusals";
import { answerRefusal } from "./answer-refusal";
import { anonymous, audit } from "./audit";
import { type Asker, authOptions } from "./auth-options";
import { oidcProviderId } from "./oidc-provider";
import { ownPath } from "./own-path";
import { readPeer } from "./peer";
import { readForm } from "./read-form";
import { type AuthRequest, runNextAuth } from "./run-next-auth";
import { requireSameOrigin } from "./same-origin";
import { admitAddress } from "./sign-in-limits";

// All that next-auth answers here. What it offers besides (its own pages, a log that browsers write to) stays closed.
const allowed: Readonly<Record<string, readonly string[]>> = {
  providers: ["GET"],
  csrf: ["GET"],
  session: ["GET"],
  error: ["GET"],
  signin: ["GET"],
  signout: ["POST"],
  [`signin/${oidcProviderId}`]: ["POST"],
  "callback/credentials": ["POST"],
  [`callback/${oidcProviderId}`]: ["GET"],
};

/** Everything below /api/auth but the set-up. */
export async function answerAuth(
  request: Request,
  management: Pick<Management, "store"> = currentManagement(),
  settings: Env = env(),
): Promise<Response> {
  try {
    const asked = await judge(request, settings);
    const { address } = readPeer(request.headers);
    if (asked.provider !== undefined) admitAddress(address);
    const asker: Asker = { address };
    const answer = await runNextAuth(asked, authOptions(management, settings, asker));
    if (asker.failure !== undefined) throw asker.failure;
    if (
      asked.action === "callback" &&
      answer.headers.get("location")?.includes("error=") === true &&
      asked.method === "GET"
    ) {
      await audit(management, { actor: anonymous, address }, "sign-in-refused", settings.GATEHOUSE_OIDC_NAME);
    }
    return answer;
  } catch (error) {
    return answerRefusal(error);
  }
}

async function judge(request: Request, settings: Env): Promise<AuthRequest> {
  const url = new URL(request.url);
  const [action = "", provider] = url.pathname.split("/").slice(3);
  const methods = allowed[provider === undefined ? action : `${action}/${provider}`];
  if (methods === undefined) throw resourceNotFound("Sign-in step");
  if (!methods.includes(request.method)) throw methodNotAllowed(request.method, methods);
  requireSameOrigin(request, settings);
  const query = Object.fromEntries(url.searchParams);
  const body = request.method === "POST" ? await readForm(request) : {};
  for (const each of [query, body]) if (each.callbackUrl !== undefined) each.callbackUrl = ownPath(each.callbackUrl);
  return { action, provider, method: request.method, headers: request.headers, query, body };
}
