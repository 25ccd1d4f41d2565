import type { Behaviour } from "../behaviour";
import { present } from "../groups/present";
import { collectNamed } from "../linked";
import { groupIdsOf } from "../users/groups-of-user";

export const userGroups: Behaviour = {
  present,
  async collect(collecting) {
    const { parentId, read } = collecting;
    const groups = await groupIdsOf(read, (parentId ?? "").slice("/users/".length));
    return collectNamed(
      "groups",
      groups.map((id) => id.slice("/groups/".length)),
      collecting,
    );
  },
};
