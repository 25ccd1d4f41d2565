import type { AskedRequest, RunHeader } from "@/contract/console-run";
import type { Pair } from "../../ui/key-value-editor";
import { type OperationDescription, takesContent } from "./operation-description";

/** What a person has filled in. */
export interface RequestFields {
  method: string;
  parameters: Record<string, string>;
  /** Query parameters that the operation does not speak of. */
  more: Pair[];
  headers: Pair[];
  body: string;
  /** What was sent as bytes is kept as it is. */
  bodyEncoding: "text" | "base64";
}

/** What a saved or an earlier request says of the fields. */
export type FilledIn = Pick<AskedRequest, "method" | "parameters" | "headers" | "body" | "bodyEncoding">;

/** As the operation describes it: its examples and defaults. */
export function firstFields(description: OperationDescription): RequestFields {
  return {
    method: description.method,
    parameters: Object.fromEntries(description.parameters.map(({ name, initial }) => [name, initial])),
    more: [],
    headers: firstHeaders(description),
    body: description.body,
    bodyEncoding: "text",
  };
}

/** As it was filled in before. */
export function fieldsOf(filled: FilledIn, description: OperationDescription): RequestFields {
  const known = new Set(description.parameters.map(({ name }) => name));
  const given = Object.entries(filled.parameters ?? {});
  return {
    method: filled.method ?? description.method,
    parameters: Object.fromEntries([
      ...description.parameters.map(({ name }) => [name, ""]),
      ...given.filter(([name]) => known.has(name)),
    ]),
    more: given.filter(([name]) => !known.has(name)).map(([key, value]) => ({ key, value })),
    headers: (filled.headers ?? []).map(({ name, value }) => ({ key: name, value })),
    body: filled.body ?? "",
    bodyEncoding: filled.bodyEncoding ?? "text",
  };
}

export const hasBody = ({ method }: RequestFields, { takesBody, anyMethod }: OperationDescription): boolean =>
  anyMethod ? takesContent(method) : takesBody;

/** What is sent; fields that are empty are left out. */
export function filledIn(fields: RequestFields, description: OperationDescription): FilledIn {
  const more = fields.more.filter(({ key }) => key.trim() !== "").map(({ key, value }) => [key.trim(), value]);
  const parameters = Object.entries(fields.parameters).filter(([, value]) => value !== "");
  const headers: RunHeader[] = fields.headers
    .filter(({ key, value }) => key.trim() !== "" && (value !== "" || !isDescribed(key.trim(), description)))
    .map(({ key, value }) => ({ name: key.trim(), value }));
  return {
    ...(description.anyMethod ? { method: fields.method } : {}),
    parameters: Object.fromEntries([...parameters, ...more]),
    headers,
    ...(hasBody(fields, description) && fields.body !== ""
      ? { body: fields.body, ...(fields.bodyEncoding === "base64" ? { bodyEncoding: "base64" as const } : {}) }
      : {}),
  };
}

/** One that is only offered is not sent while it is empty; one that somebody added is. */
const isDescribed = (name: string, { headers }: OperationDescription): boolean =>
  headers.some((header) => header.name.toLowerCase() === name.toLowerCase());

/** Names that the URL needs and that are empty. */
export const missingIn = (fields: RequestFields, { parameters }: OperationDescription): string[] =>
  parameters.filter(({ name, required }) => required && !fields.parameters[name]?.trim()).map(({ name }) => name);

export const contentTypeOf = ({ headers }: RequestFields): string =>
  headers.find(({ key }) => key.trim().toLowerCase() === "content-type")?.value ?? "";

/** Another representation: its content type, and its example while the person has not written a body of their own. */
export function withContentType(
  fields: RequestFields,
  contentType: string,
  description: OperationDescription,
): RequestFields {
  const isOther = ({ key }: Pair) => key.trim().toLowerCase() !== "content-type";
  const examples = description.representations.map(({ body }) => body);
  const untouched = fields.body === "" || examples.includes(fields.body);
  const next = description.representations.find((each) => each.contentType === contentType);
  const stands = fields.headers.some((header) => !isOther(header));
  return {
    ...fields,
    headers: stands
      ? fields.headers.map((header) => (isOther(header) ? header : { ...header, value: contentType }))
      : [...fields.headers, { key: "Content-Type", value: contentType }],
    body: untouched && next !== undefined ? next.body : fields.body,
    bodyEncoding: "text",
  };
}

function firstHeaders({ headers, contentType, takesBody }: OperationDescription): Pair[] {
  const pairs = headers.map(({ name, initial }) => ({ key: name, value: initial }));
  const named = pairs.some(({ key }) => key.toLowerCase() === "content-type");
  return takesBody && !named ? [...pairs, { key: "Content-Type", value: contentType ?? "application/json" }] : pairs;
}
