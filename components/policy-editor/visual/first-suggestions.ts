import { newElement, type Referable } from "./new-element";

export type SuggestionId = "rateLimit" | "checkJwt" | "setHeader" | "chooseBackend" | "mockResponse";

export interface Suggestion {
  id: SuggestionId;
  /** The policy that it is. */
  name: string;
  xml: string;
}

/** What people do first, with values that work. */
export function firstSuggestions(known: Referable): Suggestion[] {
  // By caller, because rate-limit counts subscriptions, and lets every call pass that comes without one.
  const limit = "rate-limit-by-key";
  const [backend] = known?.backends ?? [];
  const choose =
    backend === undefined ? newElement("set-backend-service") : `<set-backend-service backend-id="${backend.name}" />`;
  return [
    { id: "rateLimit", name: limit, xml: newElement(limit) },
    { id: "checkJwt", name: "validate-jwt", xml: newElement("validate-jwt") },
    { id: "setHeader", name: "set-header", xml: newElement("set-header") },
    { id: "chooseBackend", name: "set-backend-service", xml: choose },
    { id: "mockResponse", name: "mock-response", xml: newElement("mock-response") },
  ];
}
