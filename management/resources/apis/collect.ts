import type { Filter } from "../../store/store";
import type { Collect } from "../behaviour";

/** Current revisions only, unless the filter speaks of isCurrent itself; apis/revisions lists the others. */
export const collect: Collect = ({ list, read }) => {
  if (list.filter !== undefined && mentions(list.filter, "isCurrent")) return read.list(list);
  const current: Filter = { op: "eq", member: ["isCurrent"], value: true };
  return read.list({
    ...list,
    filter: list.filter === undefined ? current : { op: "and", left: current, right: list.filter },
  });
};

function mentions(filter: Filter, member: string): boolean {
  switch (filter.op) {
    case "and":
    case "or":
      return mentions(filter.left, member) || mentions(filter.right, member);
    case "not":
      return mentions(filter.of, member);
    default:
      return filter.member[0] === member;
  }
}
