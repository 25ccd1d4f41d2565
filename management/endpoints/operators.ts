import { randomUUID } from "node:crypto";
import {
  listOperators,
  operatorBody,
  putOperator,
  readOperator,
  removeOperator,
  resetBody,
  resetOperator,
  shownOperator,
} from "../identity/operators";
import { readBody } from "../identity/read-body";
import { defineEndpoint } from "./define";

/** The people who may sign in, and what they may do. For owners. */
export const operators = [
  defineEndpoint({
    method: "GET",
    path: "operators",
    role: "owner",
    summary: "Lists the people who may sign in.",
    async handle({ context }) {
      const value = (await listOperators(context)).map(shownOperator);
      return { status: 200, body: { value, count: value.length } };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "operators",
    role: "owner",
    summary: "Adds a person: with a password, or invited to sign in by OpenID Connect.",
    async handle({ context, body }) {
      const { row } = await putOperator(randomUUID(), readBody(operatorBody, body), context);
      return { status: 201, body: shownOperator(row) };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "operators/{operatorId}",
    role: "owner",
    summary: "Shows one person.",
    async handle({ context, parameters }) {
      return { status: 200, body: shownOperator(await readOperator(parameters.operatorId ?? "", context)) };
    },
  }),
  defineEndpoint({
    method: "PUT",
    path: "operators/{operatorId}",
    role: "owner",
    summary: "Adds a person under an id of one's own, or changes name, role and state.",
    async handle({ context, parameters, body }) {
      const { created, row } = await putOperator(parameters.operatorId ?? "", readBody(operatorBody, body), context);
      return { status: created ? 201 : 200, body: shownOperator(row) };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "operators/{operatorId}",
    role: "owner",
    summary: "Removes a person with their sessions and tokens; never the last owner.",
    async handle({ context, parameters }) {
      await removeOperator(parameters.operatorId ?? "", context);
      return { status: 204 };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "operators/{operatorId}/reset",
    role: "owner",
    summary: "Ends a person's sessions and gives them a new password, returned this once when it was made here.",
    async handle({ context, parameters, body }) {
      const { row, password } = await resetOperator(
        parameters.operatorId ?? "",
        readBody(resetBody, body ?? {}),
        context,
      );
      return { status: 200, headers: { "cache-control": "no-store" }, body: { ...shownOperator(row), password } };
    },
  }),
] as const;
