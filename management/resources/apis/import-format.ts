import { z } from "zod";

/** Descriptions that an API can be made from, as ARM names them. */
export const importFormat = z.enum([
  "wadl-xml",
  "wadl-link-json",
  "swagger-json",
  "swagger-link",
  "swagger-link-json",
  "wsdl",
  "wsdl-link",
  "openapi",
  "openapi+json",
  "openapi-link",
  "openapi+json-link",
  "graphql-link",
  "odata",
  "odata-link",
  "grpc",
  "grpc-link",
]);
