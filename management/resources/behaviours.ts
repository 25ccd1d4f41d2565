import { apiProducts } from "./api-products/behaviour";
import { apiReleases } from "./api-releases/behaviour";
import { apiResolvers } from "./api-resolvers/behaviour";
import { apiRevisions } from "./api-revisions/behaviour";
import { apiSchemas } from "./api-schemas/behaviour";
import { apiVersionSets } from "./api-version-sets/behaviour";
import { apis } from "./apis/behaviour";
import { backends } from "./backends/behaviour";
import type { Behaviour } from "./behaviour";
import { certificates } from "./certificates/behaviour";
import type { Kind } from "./definitions";
import { environments } from "./environments/behaviour";
import { gatewayApis } from "./gateway-apis/behaviour";
import { gatewayHostnameConfigurations } from "./gateway-hostname-configurations/behaviour";
import { gateways } from "./gateways/behaviour";
import { groupUsers } from "./group-users/behaviour";
import { groups } from "./groups/behaviour";
import { loggers } from "./loggers/behaviour";
import { namedValues } from "./named-values/behaviour";
import { operations } from "./operations/behaviour";
import { policies } from "./policies/behaviour";
import { policyFragments } from "./policy-fragments/behaviour";
import { productApis } from "./product-apis/behaviour";
import { productGroups } from "./product-groups/behaviour";
import { products } from "./products/behaviour";
import { savedRequests } from "./saved-requests/behaviour";
import { schemas } from "./schemas/behaviour";
import { service } from "./service/behaviour";
import { subscriptions } from "./subscriptions/behaviour";
import { tagAssociations } from "./tag-associations/behaviour";
import { userGroups } from "./user-groups/behaviour";
import { userSubscriptions } from "./user-subscriptions/behaviour";
import { users } from "./users/behaviour";

/** What each kind does beyond its definition; a forgotten kind does not compile. */
export const behaviours: Record<Kind, Behaviour> = {
  service,
  backends,
  namedValues,
  certificates,
  loggers,
  tags: {},
  apis,
  apiRevisions,
  apiReleases,
  operations,
  apiSchemas,
  apiResolvers,
  apiVersionSets,
  products,
  productApis,
  apiProducts,
  subscriptions,
  users,
  userGroups,
  userSubscriptions,
  groups,
  groupUsers,
  productGroups,
  policies,
  policyFragments,
  schemas,
  gateways,
  gatewayHostnameConfigurations,
  gatewayApis,
  tagAssociations,
  savedRequests,
  environments,
};
