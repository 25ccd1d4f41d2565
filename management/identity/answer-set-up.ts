import { type Env, env } from "@/lib/env";
import { currentManagement, type Management } from "../current";
import { conflict, forbidden, type Refusal, validationError } from "../refusals";
import { answerRefusal } from "./answer-refusal";
import { audit } from "./audit";
import { newOperator } from "./first-operator";
import { hashPassword } from "./password";
import { readPeer } from "./peer";
import { readForm } from "./read-form";
import { requireSameOrigin } from "./same-origin";
import { sessionCookie } from "./session";
import { forgetSetupCode, isSetupCode } from "./setup-code";
import { admitSetUp } from "./sign-in-limits";
import { wellFormedOperator } from "./well-formed-operator";

/** POST {email, name, password, code}: creates the administrator and signs them in, once in an installation's life. */
export async function answerSetUp(
  request: Request,
  management: Pick<Management, "store"> = currentManagement(),
  settings: Env = env(),
): Promise<Response> {
  try {
    requireSameOrigin(request, settings);
    const { identity } = management.store;
    const peer = readPeer(request.headers);
    admitSetUp(peer.address);
    if ((await identity.operators()).length > 0) throw alreadySetUp();
    const { email = "", name = "", password = "", code = "" } = await readForm(request);
    if (!peer.local && !isSetupCode(code)) {
      throw forbidden(
        "The set-up code is wrong. The portal prints it on its console at each start until it is set up.",
      );
    }
    const { problems, ...person } = wellFormedOperator({ email, name, password });
    if (problems.length > 0) throw validationError(problems);
    const operator = newOperator({
      ...person,
      role: "owner",
      passwordHash: await hashPassword(password),
      signedInAt: new Date(),
    });
    if (!(await identity.saveFirstOperator(operator))) throw alreadySetUp();
    forgetSetupCode();
    const actor = { kind: "user", id: operator.id, name: operator.name } as const;
    await audit(management, { actor, address: peer.address }, "set-up", operator.email);
    const signedInAt = Math.floor(Date.now() / 1000);
    const cookie = await sessionCookie({ operatorId: operator.id, epoch: operator.sessionEpoch, signedInAt }, settings);
    return Response.json(
      { id: operator.id },
      { status: 201, headers: { "set-cookie": cookie, "cache-control": "no-store" } },
    );
  } catch (error) {
    return answerRefusal(error);
  }
}

const alreadySetUp = (): Refusal =>
  conflict("This installation is set up already. Sign in instead.", [], "AlreadySetUp");
