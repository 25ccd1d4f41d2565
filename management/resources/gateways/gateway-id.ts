import { entityId } from "../entity-id";

/** Apart from the definition, so that a page that only asks for a name does not carry the schema. */
export const gatewayId = entityId("a gateway", 80);
