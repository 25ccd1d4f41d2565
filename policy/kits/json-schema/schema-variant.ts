/** In which way a schema is to be taken. */
export interface SchemaVariant {
  /** Instead of what the schema says of additional properties; null: as it says. */
  readonly additionalProperties: boolean | null;
  readonly ignoreCase: boolean;
  /** Properties that are read-only are not required of requests, write-only ones not of responses. */
  readonly side: "request" | "response";
}
