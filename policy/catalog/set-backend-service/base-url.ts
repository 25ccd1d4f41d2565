/** What an operation's path can be appended to. */
export const isBaseUrl = (value: string): boolean =>
  /^(https?|wss?):\/\/[^\s/?#]+(\/[^\s?#]*)?(\?[^\s#]*)?$/i.test(value.trim());
