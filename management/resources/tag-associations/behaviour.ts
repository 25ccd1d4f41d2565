import type { Behaviour } from "../behaviour";
import { collect } from "./collect";
import { present } from "./present";

export const tagAssociations: Behaviour = {
  rules: {
    async write(writing) {
      writing.properties = {};
      const tag = await writing.tx.read(`/tags/${writing.name.toLowerCase()}`);
      if (tag !== null) writing.name = tag.name;
    },
  },
  present,
  collect,
};
