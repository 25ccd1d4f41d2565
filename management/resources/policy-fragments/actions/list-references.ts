import { parseListQuery } from "../../../arm/list-query";
import type { Action } from "../../behaviour";
import { armType, fullId } from "../../full-id";

export const listReferences: Action = {
  name: "listReferences",
  role: "reader",
  summary: "Lists the policies that include the fragment.",
  async handle({ document, context, query, read }) {
    const users = await context.management.store.usedBy(document.id);
    const ids = [...new Set(users.map(({ from }) => from))].sort();
    const { skip, top } = parseListQuery(query, []);
    const value = [];
    for (const id of ids.slice(skip, skip + top)) {
      const user = await read.read(id);
      if (user !== null) value.push({ id: fullId(user), type: armType(user.type), name: user.name });
    }
    return { status: 200, body: { value, count: ids.length } };
  },
};
