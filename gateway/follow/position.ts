/** Where in the log a gateway is: the revision it has, the log's fingerprint of it, and the hash its chain goes on from. */
export interface Position {
  revision: number;
  anchor: string;
  hash: string;
}

export const nowhere: Position = { revision: 0, anchor: "", hash: "" };
