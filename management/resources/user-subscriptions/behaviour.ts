import type { Filter } from "../../store/store";
import type { Behaviour } from "../behaviour";
import { present } from "../subscriptions/present";

export const userSubscriptions: Behaviour = {
  present,
  async collect({ list, parentId, read }) {
    const owned: Filter = { op: "eq", member: ["ownerId"], value: parentId ?? "" };
    const filter: Filter = list.filter ? { op: "and", left: owned, right: list.filter } : owned;
    const { orderBy, skip, top, type } = list;
    const found = await read.list({ type: "subscriptions", orderBy, skip, top, filter });
    return {
      ...found,
      documents: found.documents.map((each) => ({ ...each, id: `${parentId}${each.id}`, type, parentId })),
    };
  },
};
