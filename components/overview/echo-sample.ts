import type { JsonObject } from "@/lib/json";
import { policyText } from "@/policy/policy-text";

/**
 * A first API that works without a network: its policy sends each call to the backend `echo`, which the gateway
 * answers by itself. Open, so that the first call needs no key.
 */
export const echoSample = (texts: {
  api: string;
  about: string;
  get: string;
  post: string;
}): { path: string; properties: JsonObject }[] => [
  {
    path: "/apis/echo-api",
    properties: {
      displayName: texts.api,
      description: texts.about,
      path: "echo",
      protocols: ["http", "https"],
      subscriptionRequired: false,
    },
  },
  {
    path: "/apis/echo-api/operations/get",
    properties: { displayName: texts.get, method: "GET", urlTemplate: "/resource" },
  },
  {
    path: "/apis/echo-api/operations/post",
    properties: { displayName: texts.post, method: "POST", urlTemplate: "/resource" },
  },
  {
    path: "/apis/echo-api/policies/policy",
    properties: {
      format: "rawxml",
      value: policyText({ inbound: ["<base />", '<set-backend-service backend-id="echo" />'] }),
    },
  },
];
