import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type {
  AuthorityResource,
  BackendResource,
  CertificateResource,
  LoggerResource,
  OperationDescription,
  Resources,
  SchemaResource,
} from "@/policy/host/resources";
import { describe } from "./describe";
import { findSchema, findSchemaOfType } from "./find-schema";

const noAuthorities: readonly AuthorityResource[] = [];

/** What policies see of the program that their request runs by. */
export class ProgramResources implements Resources {
  readonly #exchange: GatewayExchange;

  constructor(exchange: GatewayExchange) {
    this.#exchange = exchange;
  }

  certificate(idOrThumbprint: string): CertificateResource | null {
    const certificates = this.#exchange.program?.certificates;
    if (certificates === undefined) return null;
    const id = canonicalId("certificates", idOrThumbprint);
    const found = certificates.get(id);
    if (found !== undefined) return { id, ...found };
    const wanted = idOrThumbprint.replace(/[^0-9A-Fa-f]/g, "").toUpperCase();
    if (wanted.length < 40) return null;
    for (const [each, document] of certificates) {
      if (document.thumbprint.replace(/[^0-9A-Fa-f]/g, "").toUpperCase() === wanted) return { id: each, ...document };
    }
    return null;
  }

  authorities(): readonly AuthorityResource[] {
    return this.#exchange.program?.service?.authorities ?? noAuthorities;
  }

  backend(given: string): BackendResource | null {
    const id = canonicalId("backends", given);
    const document = this.#exchange.program?.backends.get(id);
    return document === undefined ? null : { id, url: document.url };
  }

  logger(id: string): LoggerResource | null {
    return this.#exchange.program?.loggers.get(canonicalId("loggers", id)) ?? null;
  }

  schema(id: string): SchemaResource | null {
    const { program, api } = this.#exchange;
    return program === null ? null : findSchema(program.documents, api?.id ?? null, id);
  }

  schemaOfType(contentType: string): SchemaResource | null {
    const { program, api } = this.#exchange;
    return program === null || api === null ? null : findSchemaOfType(program, api.id, contentType);
  }

  description(): OperationDescription | null {
    const { program, operation } = this.#exchange;
    const document = operation === null ? undefined : program?.documents.get(operation.id);
    return document?.type === "apis/operations" ? describe(document.properties) : null;
  }
}

/** A name, "/backends/name", or a full ARM id. */
function canonicalId(kind: string, id: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  return `/${kind}/${name.toLowerCase()}`;
}
