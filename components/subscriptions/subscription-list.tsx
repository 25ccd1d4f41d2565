"use client";

import { ResourceList } from "../resources/resource-list";
import { subscriptionView } from "./subscription-view";

export const SubscriptionList = () => <ResourceList view={subscriptionView} />;
