import { createToken, listTokens, revokeToken, shownToken } from "../identity/tokens";
import { defineEndpoint } from "./define";

/** Personal management tokens: for programs that act in a person's name. */
export const tokens = [
  defineEndpoint({
    method: "GET",
    path: "tokens",
    role: "reader",
    summary: "Lists one's own tokens; with all=true an owner lists everybody's.",
    async handle({ context, query }) {
      const value = (await listTokens(query.get("all") === "true", context)).map(shownToken);
      return { status: 200, body: { value, count: value.length } };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "tokens",
    role: "reader",
    summary: "Creates a token for oneself and returns it this once.",
    async handle({ context, body }) {
      const { row, token } = await createToken(body, context);
      return { status: 201, headers: { "cache-control": "no-store" }, body: { ...shownToken(row), token } };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "tokens/{tokenId}",
    role: "reader",
    summary: "Revokes a token: one's own, or anybody's for an owner.",
    async handle({ context, parameters }) {
      await revokeToken(parameters.tokenId ?? "", context);
      return { status: 204 };
    },
  }),
] as const;
