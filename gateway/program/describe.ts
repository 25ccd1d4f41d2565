import type { OperationDocument, ParameterDocument, RepresentationDocument } from "@/contract/documents";
import type { OperationDescription, ParameterDescription, RepresentationDescription } from "@/policy/host/resources";

const nothing: OperationDescription = {
  templateParameters: [],
  request: { queryParameters: [], headers: [], representations: [] },
  responses: [],
};

const described = new WeakMap<OperationDocument, OperationDescription>();

/** What an operation's document says of its messages: made when it is first asked for, and the same ever after. */
export function describe(document: OperationDocument): OperationDescription {
  const { templateParameters, request, responses } = document;
  if (templateParameters === undefined && request === undefined && responses === undefined) return nothing;
  let description = described.get(document);
  if (description !== undefined) return description;
  description = {
    templateParameters: parameters(templateParameters),
    request: {
      queryParameters: parameters(request?.queryParameters),
      headers: parameters(request?.headers),
      representations: representations(request?.representations),
    },
    responses: (responses ?? []).map((response) => ({
      statusCode: response.statusCode,
      headers: parameters(response.headers),
      representations: representations(response.representations),
    })),
  };
  described.set(document, description);
  return description;
}

const parameters = (given: readonly ParameterDocument[] = []): ParameterDescription[] =>
  given.map(({ name, type, required, values, defaultValue, schemaId, typeName }) => ({
    name,
    type,
    required: required ?? false,
    values: values ?? [],
    defaultValue: defaultValue ?? null,
    schemaId: schemaId ?? null,
    typeName: typeName ?? null,
  }));

const representations = (given: readonly RepresentationDocument[] = []): RepresentationDescription[] =>
  given.map(({ contentType, schemaId, typeName, formParameters, example }) => ({
    contentType,
    schemaId: schemaId ?? null,
    typeName: typeName ?? null,
    formParameters: parameters(formParameters),
    example: example ?? null,
  }));
