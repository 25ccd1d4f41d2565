/** Of a value that means nothing outside the request that made it. */
export class NotStorable extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`${what} cannot be kept in a cache.`);
    this.what = what;
  }
}
