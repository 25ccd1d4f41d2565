import { useMutation } from "@tanstack/react-query";
import { ask } from "../data/arm-client";
import type { ArmError } from "../data/arm-error";
import type { Pair } from "../ui/key-value-editor";

export interface ConsoleAnswer {
  status: number;
  reason: string;
  headers: { name: string; value: string }[];
  body: string;
  bodyEncoding: "text" | "base64";
  durationMs: number;
  url: string;
  truncated: boolean;
}

export interface ConsoleRequest {
  apiId: string;
  operationId: string;
  parameters: Record<string, string>;
  headers: Pair[];
  body: string | null;
  subscriptionId: string | null;
  key: string | null;
}

/** Sends through the portal's server, which knows the key and reaches the gateway; the browser needs neither. */
export const useSend = () =>
  useMutation<ConsoleAnswer, ArmError, ConsoleRequest>({
    mutationFn: async (request) => {
      const { body } = await ask<ConsoleAnswer>("/console/send", {
        method: "POST",
        body: {
          apiId: request.apiId,
          operationId: request.operationId,
          parameters: request.parameters,
          headers: request.headers.map(({ key, value }) => ({ name: key, value })),
          ...(request.body === null ? {} : { body: request.body }),
          ...(request.subscriptionId === null ? {} : { subscriptionId: request.subscriptionId }),
          ...(request.key === null ? {} : { key: request.key }),
        },
      });
      return body;
    },
  });
