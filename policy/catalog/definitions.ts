import { definition as base } from "./base/definition";
import { definition as choose } from "./choose/definition";
import type { PolicyDefinition } from "./define";
import { definition as forwardRequest } from "./forward-request/definition";
import { definition as includeFragment } from "./include-fragment/definition";
import { definition as returnResponse } from "./return-response/definition";
import { definition as setBackendService } from "./set-backend-service/definition";
import { definition as setBody } from "./set-body/definition";
import { definition as setHeader } from "./set-header/definition";
import { definition as setStatus } from "./set-status/definition";

/** Every policy that this version knows how to check and run. */
export const definitions = {
  base,
  choose,
  "forward-request": forwardRequest,
  "include-fragment": includeFragment,
  "return-response": returnResponse,
  "set-backend-service": setBackendService,
  "set-body": setBody,
  "set-header": setHeader,
  "set-status": setStatus,
} as const satisfies Record<string, PolicyDefinition>;

type Definitions = typeof definitions;

/** The policies that run, and so need a runtime. */
export type PolicyName = {
  [Name in keyof Definitions]: Definitions[Name]["role"] extends "expansion" ? never : Name;
}[keyof Definitions];

const byName: ReadonlyMap<string, PolicyDefinition> = new Map(Object.entries(definitions));

export const definitionOf = (name: string): PolicyDefinition | undefined => byName.get(name);

export const allDefinitions: readonly PolicyDefinition[] = [...byName.values()];
