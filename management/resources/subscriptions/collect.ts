import type { Filter } from "../../store/store";
import type { Collect } from "../behaviour";
import { canonicalId } from "../canonical";

/** Clients compare scopes and owners with full ids, which are stored in their canonical form. */
export const collect: Collect = ({ list, read }) => {
  return read.list(list.filter === undefined ? list : { ...list, filter: canonical(list.filter) });
};

function canonical(filter: Filter): Filter {
  switch (filter.op) {
    case "and":
    case "or":
      return { ...filter, left: canonical(filter.left), right: canonical(filter.right) };
    case "not":
      return { ...filter, of: canonical(filter.of) };
    case "eq":
    case "ne":
      if (filter.member[0] !== "scope" && filter.member[0] !== "ownerId") return filter;
      return typeof filter.value === "string" ? { ...filter, value: canonicalId(filter.value) } : filter;
    default:
      return filter;
  }
}
