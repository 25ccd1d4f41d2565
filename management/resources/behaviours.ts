import { apiProducts } from "./api-products/behaviour";
import { apiReleases } from "./api-releases/behaviour";
import { apiRevisions } from "./api-revisions/behaviour";
import { apiVersionSets } from "./api-version-sets/behaviour";
import { apis } from "./apis/behaviour";
import { backends } from "./backends/behaviour";
import type { Behaviour } from "./behaviour";
import { certificates } from "./certificates/behaviour";
import type { Kind } from "./definitions";
import { gatewayApis } from "./gateway-apis/behaviour";
import { gatewayHostnameConfigurations } from "./gateway-hostname-configurations/behaviour";
import { gateways } from "./gateways/behaviour";
import { namedValues } from "./named-values/behaviour";
import { operations } from "./operations/behaviour";
import { policies } from "./policies/behaviour";
import { policyFragments } from "./policy-fragments/behaviour";
import { productApis } from "./product-apis/behaviour";
import { products } from "./products/behaviour";
import { service } from "./service/behaviour";
import { subscriptions } from "./subscriptions/behaviour";
import { tagAssociations } from "./tag-associations/behaviour";

/** What each kind does beyond its definition; a forgotten kind does not compile. */
export const behaviours: Record<Kind, Behaviour> = {
  service,
  backends,
  namedValues,
  certificates,
  tags: {},
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
};
