export interface RefusalDetail {
  code: string;
  /** Where: a path into the properties, a query parameter, a document's id. */
  target: string | null;
  message: string;
}

const brand = Symbol.for("gatehouse.refusal");

/** The one way management says no: a code and a status for programs, words for people. The door translates it, once. */
export class Refusal extends Error {
  // The process's entry and Next's routes are bundled apart, so a class may exist twice; the mark is one.
  readonly [brand] = true;
  readonly code: string;
  readonly status: number;
  readonly details: readonly RefusalDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: readonly RefusalDetail[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details ?? [];
    this.headers = more.headers ?? {};
  }

  static is(error: unknown): error is Refusal {
    return typeof error === "object" && error !== null && brand in error;
  }
}

export interface FieldProblem {
  target: string;
  message: string;
}

/** 400 with a detail per field. */
export const validationError = (problems: readonly FieldProblem[]): Refusal =>
  new Refusal(400, "ValidationError", "One or more fields contain incorrect values:", {
    details: problems.map(({ target, message }) => ({ code: "ValidationError", target, message })),
  });

/** 400 that concerns the request itself: a header, a query parameter, the shape of the URL. */
export const badRequest = (code: string, target: string, message: string): Refusal =>
  new Refusal(400, code, message, { details: [{ code, target, message }] });

export const invalidJson = (problem: { line: number; column: number; message: string }): Refusal => {
  const message = `The request content is not valid JSON: ${problem.message} Line ${problem.line}, position ${problem.column}.`;
  const target = `line ${problem.line}, position ${problem.column}`;
  return new Refusal(400, "InvalidRequestContent", message, {
    details: [{ code: "InvalidJson", target, message: problem.message }],
  });
};

export const missingBody = (): Refusal =>
  badRequest("MissingRequestBody", "body", "The request has no content. Send a JSON object.");

export const missingApiVersion = (): Refusal =>
  badRequest(
    "MissingApiVersionParameter",
    "api-version",
    "The api-version query parameter (?api-version=) is required for all requests.",
  );

export const invalidApiVersion = (given: string, supported: string): Refusal =>
  badRequest(
    "InvalidApiVersionParameter",
    "api-version",
    `The api-version '${clip(given)}' is invalid. The supported versions are ${supported}.`,
  );

export const invalidResourceId = (message: string): Refusal => badRequest("InvalidResourceId", "id", message);

export const unauthorized = (
  message = "Authentication failed. Send a management token as 'Authorization: Bearer …', or sign in.",
) => new Refusal(401, "AuthenticationFailed", message, { headers: { "www-authenticate": 'Bearer realm="gatehouse"' } });

export const forbidden = (message: string): Refusal => new Refusal(403, "AuthorizationFailed", message);

/** "Backend not found." */
export const resourceNotFound = (title: string): Refusal => new Refusal(404, "ResourceNotFound", `${title} not found.`);

export const subscriptionNotFound = (id: string): Refusal =>
  new Refusal(404, "SubscriptionNotFound", `The subscription '${clip(id)}' could not be found.`);

export const resourceGroupNotFound = (name: string): Refusal =>
  new Refusal(404, "ResourceGroupNotFound", `Resource group '${clip(name)}' could not be found.`);

export const serviceNotFound = (name: string, group: string): Refusal =>
  new Refusal(
    404,
    "ResourceNotFound",
    `The Resource 'Microsoft.ApiManagement/service/${clip(name)}' under resource group '${clip(group)}' was not found.`,
  );

export const invalidResourceNamespace = (name: string): Refusal =>
  new Refusal(404, "InvalidResourceNamespace", `The resource namespace '${clip(name)}' is invalid.`);

export const invalidResourceType = (type: string): Refusal =>
  new Refusal(
    404,
    "InvalidResourceType",
    `The resource type '${clip(type)}' could not be found in the namespace 'Microsoft.ApiManagement'.`,
  );

export const methodNotAllowed = (method: string, allow: readonly string[]): Refusal =>
  new Refusal(405, "MethodNotAllowed", `${method} is not supported here. Supported: ${allow.join(", ")}.`, {
    headers: { allow: allow.join(", ") },
  });

/** 409; each user of a thing, or each holder of a name, is a detail. */
export const conflict = (message: string, details: readonly RefusalDetail[] = [], code = "Conflict"): Refusal =>
  new Refusal(409, code, message, { details });

export const preconditionFailed = (message: string): Refusal => new Refusal(412, "PreconditionFailed", message);

export const payloadTooLarge = (maxBytes: number): Refusal =>
  new Refusal(413, "RequestContentTooLarge", `The request content exceeds the limit of ${maxBytes} bytes.`);

export const unsupportedMediaType = (given: string): Refusal =>
  new Refusal(
    415,
    "UnsupportedMediaType",
    `The content type '${clip(given)}' is not supported. Send application/json.`,
  );

export const tooManyRequests = (message: string, retryAfterSeconds: number): Refusal =>
  new Refusal(429, "TooManyRequests", message, { headers: { "retry-after": String(retryAfterSeconds) } });

/** What a client sent comes back to it in messages, but never at length. */
function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
