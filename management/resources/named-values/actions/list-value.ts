import { etagOf } from "../../../arm/etag";
import type { Action } from "../../behaviour";

export const listValue: Action = {
  name: "listValue",
  role: "editor",
  summary: "The value of a named value, also when it is secret",
  async handle({ document, reveal }) {
    const { value } = await reveal();
    const headers = { etag: etagOf(document.revision) };
    return { status: 200, headers, body: { value: typeof value === "string" ? value : null } };
  },
};
