import { apiProducts } from "./api-products/definition";
import { apiReleases } from "./api-releases/definition";
import { apiResolvers } from "./api-resolvers/definition";
import { apiRevisions } from "./api-revisions/definition";
import { apiSchemas } from "./api-schemas/definition";
import { apiVersionSets } from "./api-version-sets/definition";
import { apis } from "./apis/definition";
import { backends } from "./backends/definition";
import { certificates } from "./certificates/definition";
import type { ResourceDefinition } from "./define";
import { environments } from "./environments/definition";
import { gatewayApis } from "./gateway-apis/definition";
import { gatewayHostnameConfigurations } from "./gateway-hostname-configurations/definition";
import { gateways } from "./gateways/definition";
import { groupUsers } from "./group-users/definition";
import { groups } from "./groups/definition";
import { loggers } from "./loggers/definition";
import { namedValues } from "./named-values/definition";
import { operations } from "./operations/definition";
import { policies } from "./policies/definition";
import { policyFragments } from "./policy-fragments/definition";
import { productApis } from "./product-apis/definition";
import { productGroups } from "./product-groups/definition";
import { products } from "./products/definition";
import { savedRequests } from "./saved-requests/definition";
import { schemas } from "./schemas/definition";
import { service } from "./service/definition";
import { subscriptions } from "./subscriptions/definition";
import { tagAssociations } from "./tag-associations/definition";
import { tags } from "./tags/definition";
import { userGroups } from "./user-groups/definition";
import { userSubscriptions } from "./user-subscriptions/definition";
import { users } from "./users/definition";

/** Every kind of resource, in the order in which people meet them. */
export const definitions = [
  service,
  backends,
  namedValues,
  certificates,
  loggers,
  tags,
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
] as const satisfies readonly ResourceDefinition[];

export type Kind = (typeof definitions)[number]["kind"];
