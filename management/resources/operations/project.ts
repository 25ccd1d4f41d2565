import type { OperationDocument, ParameterDocument, RepresentationDocument } from "@/contract/documents";
import type { Json, JsonObject } from "@/lib/json";
import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "apis/operations",
  properties: {
    displayName: properties.displayName as string,
    method: properties.method as string,
    urlTemplate: properties.urlTemplate as string,
    ...described({
      templateParameters: parameters(properties.templateParameters),
      request: request(properties.request),
      responses: responses(properties.responses),
    }),
  },
});

function request(given: Json | undefined): OperationDocument["request"] {
  const { queryParameters, headers, representations: bodies } = (given ?? {}) as JsonObject;
  const members = described({
    queryParameters: parameters(queryParameters),
    headers: parameters(headers),
    representations: representations(bodies),
  });
  return Object.keys(members).length === 0 ? undefined : members;
}

const responses = (given: Json | undefined): OperationDocument["responses"] =>
  listOf(given, ({ statusCode, headers, representations: bodies }) => ({
    statusCode: statusCode as number,
    ...described({ headers: parameters(headers), representations: representations(bodies) }),
  }));

const representations = (given: Json | undefined): RepresentationDocument[] | undefined =>
  listOf(given, ({ contentType, schemaId, typeName, formParameters, examples }) => ({
    contentType: contentType as string,
    ...described({ ...named(schemaId, typeName), formParameters: parameters(formParameters) }),
    ...described({ example: firstExample(examples) }),
  }));

const parameters = (given: Json | undefined): ParameterDocument[] | undefined =>
  listOf(given, ({ name, type, required, values, defaultValue, schemaId, typeName }) => ({
    name: name as string,
    type: type as string,
    ...described({
      required: required === true ? true : undefined,
      values: Array.isArray(values) && values.length > 0 ? (values as string[]) : undefined,
      defaultValue: defaultValue as string | undefined,
      ...named(schemaId, typeName),
    }),
  }));

const named = (schemaId: Json | undefined, typeName: Json | undefined) => ({
  schemaId: schemaId as string | undefined,
  typeName: typeName as string | undefined,
});

function firstExample(examples: Json | undefined): string | undefined {
  for (const example of Object.values((examples ?? {}) as JsonObject)) {
    const { value } = example as JsonObject;
    if (value !== undefined) return typeof value === "string" ? value : JSON.stringify(value);
  }
  return undefined;
}

function listOf<T>(given: Json | undefined, make: (item: JsonObject) => T): T[] | undefined {
  return Array.isArray(given) && given.length > 0 ? given.map((item) => make(item as JsonObject)) : undefined;
}

/** Without what is undefined. */
function described<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
