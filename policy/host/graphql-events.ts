/** Brings what resolvers publish to the clients that subscribed to it at this gateway. */
export interface GraphqlEvents {
  /** `field` is of the schema's Subscription type; `payload` is JSON. */
  publish(apiId: string, field: string, payload: string): void;
}
