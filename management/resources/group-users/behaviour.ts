import type { Behaviour } from "../behaviour";
import { collectLinked, settleLinkTo } from "../linked";
import { present } from "./present";
import { project } from "./project";

export const groupUsers: Behaviour = {
  rules: {
    async write(writing) {
      await settleLinkTo("users", writing);
      if (writing.parentId === "/groups/guests") {
        writing.refuse("groupId", "Nobody who is known is a guest: users cannot be put into this group.");
      }
    },
  },
  present,
  project,
  collect: collectLinked("users"),
};
