"use client";

import { KindPage } from "../resources/kind-page";
import { SubscriptionOverview } from "./subscription-overview";
import { SubscriptionState } from "./subscription-state";
import { subscriptionView as view } from "./subscription-view";

export const SubscriptionPage = ({ name, tab }: { name: string; tab: string }) => (
  <KindPage
    view={view}
    name={name}
    tab={tab}
    aside={({ resource }) => <SubscriptionState state={resource.properties.state} />}
    overview={(document) => <SubscriptionOverview path={`/subscriptions/${name}`} document={document} />}
  />
);
