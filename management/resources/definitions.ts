import { apiProducts } from "./api-products/definition";
import { apiReleases } from "./api-releases/definition";
import { apiRevisions } from "./api-revisions/definition";
import { apiVersionSets } from "./api-version-sets/definition";
import { apis } from "./apis/definition";
import { backends } from "./backends/definition";
import { certificates } from "./certificates/definition";
import type { ResourceDefinition } from "./define";
import { gatewayApis } from "./gateway-apis/definition";
import { gatewayHostnameConfigurations } from "./gateway-hostname-configurations/definition";
import { gateways } from "./gateways/definition";
import { namedValues } from "./named-values/definition";
import { operations } from "./operations/definition";
import { policies } from "./policies/definition";
import { policyFragments } from "./policy-fragments/definition";
import { productApis } from "./product-apis/definition";
import { products } from "./products/definition";
import { service } from "./service/definition";
import { subscriptions } from "./subscriptions/definition";
import { tagAssociations } from "./tag-associations/definition";
import { tags } from "./tags/definition";

/** Every kind of resource, in the order in which people meet them. */
export const definitions = [
  service,
  backends,
  namedValues,
  certificates,
  tags,
  apis,
  apiRevisions,
  apiReleases,
  operations,
  apiVersionSets,
  products,
  productApis,
  apiProducts,
  subscriptions,
  policies,
  policyFragments,
  gateways,
  gatewayHostnameConfigurations,
  gatewayApis,
  tagAssociations,
] as const satisfies readonly ResourceDefinition[];

export type Kind = (typeof definitions)[number]["kind"];
