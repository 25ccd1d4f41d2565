import { collectLinked } from "../collect-linked";

export const collect = collectLinked("tags");
