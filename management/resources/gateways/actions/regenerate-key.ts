import { z } from "zod";
import type { Action } from "../../behaviour";
import { keyType } from "../key-type";
import { parseActionBody } from "../parse-action-body";
import { generateGatewayKey } from "../token";

const request = z.strictObject({ keyType });

export const regenerateKey: Action = {
  name: "regenerateKey",
  role: "editor",
  summary: "Replaces one of the gateway's keys by a new one; tokens that it signed end at once.",
  async handle({ document, body, update }) {
    const which = parseActionBody(request, body).keyType;
    await update(`Regenerate the ${which} key of gateway ${document.name}`, (properties) => ({
      ...properties,
      [`${which}Key`]: generateGatewayKey(),
    }));
    return { status: 204 };
  },
};
