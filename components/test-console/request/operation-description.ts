import type { Json, JsonObject } from "@/lib/json";
import type { Resource } from "../../data/resource";
import { isObject } from "../../diff/is-object";

export interface DescribedParameter {
  name: string;
  description: string;
  required: boolean;
  /** What there is to choose from; empty when anything may be typed. */
  values: string[];
  initial: string;
}

/** What an operation says of the requests it takes, as a form needs it. */
export interface OperationDescription {
  method: string;
  urlTemplate: string;
  parameters: DescribedParameter[];
  headers: DescribedParameter[];
  takesBody: boolean;
  contentType: string | null;
  body: string;
  /** All that it takes, each with its first example. */
  representations: { contentType: string; body: string }[];
  /** Any method will do. */
  anyMethod: boolean;
}

const bodiless = new Set(["GET", "HEAD", "DELETE", "OPTIONS"]);

/** Whether content is usual with a method. */
export const takesContent = (method: string): boolean => !bodiless.has(method.toUpperCase());

export function describeOperation({ properties }: Resource): OperationDescription {
  const method = String(properties.method ?? "GET");
  const urlTemplate = String(properties.urlTemplate ?? "/");
  const request = object(properties.request);
  const declared = parametersIn(properties.templateParameters);
  const representations = list(request.representations)
    .map(object)
    .map((each) => ({
      contentType: typeof each.contentType === "string" ? each.contentType : "",
      body: exampleOf(each),
    }));
  const [representation] = representations;
  return {
    method: method === "*" ? "GET" : method.toUpperCase(),
    urlTemplate,
    parameters: [...inTemplate(urlTemplate, declared), ...parametersIn(request.queryParameters)],
    headers: parametersIn(request.headers),
    takesBody: takesContent(method) || representations.length > 0,
    contentType: representation?.contentType || null,
    body: representation?.body ?? "",
    representations: representations.filter(({ contentType }) => contentType !== ""),
    anyMethod: method === "*",
  };
}

/** Every name in the template is needed, whether or not it was declared. */
function inTemplate(template: string, declared: readonly DescribedParameter[]): DescribedParameter[] {
  const names = [...template.matchAll(/\{\*?([^}]+)\}/g)].map((match) => match[1] as string);
  if (/\/\*$/.test(template)) names.push("*");
  return names.map(
    (name) =>
      declared.find((each) => each.name === name) ?? {
        name,
        description: "",
        required: name !== "*",
        values: [],
        initial: "",
      },
  );
}

function parametersIn(parameters: Json | undefined): DescribedParameter[] {
  return list(parameters)
    .map(object)
    .map((each) => {
      const values = list(each.values).map(String);
      const given = each.defaultValue ?? exampleOf(each);
      const initial = given === "" && each.required === true ? (values[0] ?? "") : String(given);
      return {
        name: String(each.name ?? ""),
        description: String(each.description ?? ""),
        required: each.required === true,
        values,
        initial,
      };
    });
}

function exampleOf({ examples }: JsonObject): string {
  const first = object(Object.values(object(examples))[0]);
  if (first.value === undefined || first.value === null) return "";
  return typeof first.value === "string" ? first.value : JSON.stringify(first.value, null, 2);
}

const object = (value: Json | undefined): JsonObject => (isObject(value) ? (value as JsonObject) : {});
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
