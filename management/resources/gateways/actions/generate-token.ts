import { z } from "zod";
import { validationError } from "../../../refusals";
import type { Action } from "../../behaviour";
import { dateTime } from "../../member";
import { keyType } from "../key-type";
import { parseActionBody } from "../parse-action-body";
import { signGatewayToken } from "../token";

const request = z.strictObject({ keyType, expiry: dateTime });
const maxLifetimeMs = 30 * 24 * 60 * 60 * 1000;

export const generateToken: Action = {
  name: "generateToken",
  role: "editor",
  summary: "Signs a token with which a self-hosted gateway makes itself known.",
  async handle({ document, body, reveal }) {
    const { keyType: which, expiry } = parseActionBody(request, body);
    const until = new Date(expiry);
    const leftMs = until.getTime() - Date.now();
    if (leftMs <= 0 || leftMs > maxLifetimeMs) {
      throw validationError([{ target: "expiry", message: "Must be in the future, and at most 30 days from now." }]);
    }
    const keys = await reveal();
    return { status: 200, body: { value: signGatewayToken(document.name, until, String(keys[`${which}Key`])) } };
  },
};
