/** Whether a topic says in front of it which pub/sub component it is of: "orders-pubsub/new". */
export const namesComponent = (topic: string): boolean => topic.indexOf("/") > 0;

export const needsComponent = (topic: string): string =>
  `'${topic}' does not name a pub/sub component: give 'pubsub-name', or write the topic as 'component/topic'.`;
