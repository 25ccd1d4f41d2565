import { shownOperator } from "../identity/operators";
import { changeOwnPassword } from "../identity/own-password";
import { ownerOfCaller } from "../identity/tokens";
import { defineEndpoint } from "./define";

/** Whoever asks, about themself. */
export const me = [
  defineEndpoint({
    method: "GET",
    path: "me",
    role: "reader",
    summary: "Shows who asks and what they may do.",
    async handle({ context }) {
      const { actor, role } = context.caller;
      const id = await ownerOfCaller(context);
      const operator = id === null ? null : await context.management.store.identity.operator({ id });
      const person = operator === null ? null : shownOperator(operator);
      return {
        status: 200,
        headers: { "cache-control": "no-store" },
        body: { actor: { ...actor }, role, operator: person },
      };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "me/password",
    role: "reader",
    summary: "Changes one's own password and ends one's other sessions.",
    async handle({ context, body }) {
      const cookie = await changeOwnPassword(body, context);
      return { status: 204, headers: { "set-cookie": cookie, "cache-control": "no-store" } };
    },
  }),
] as const;
