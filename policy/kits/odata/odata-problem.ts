/** What is wrong with an OData request: where it is, and what. */
export class OdataProblem extends Error {
  /** A query option, "path", or a header. */
  readonly where: string;

  constructor(where: string, message: string) {
    super(message);
    this.where = where;
  }
}
