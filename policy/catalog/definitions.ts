import { definition as authenticationBasic } from "./authentication-basic/definition";
import { definition as authenticationCertificate } from "./authentication-certificate/definition";
import { definition as authenticationManagedIdentity } from "./authentication-managed-identity/definition";
import { definition as authenticationToken } from "./authentication-token/definition";
import { definition as authenticationTokenStore } from "./authentication-token-store/definition";
import { definition as azureOpenaiEmitTokenMetric } from "./azure-openai-emit-token-metric/definition";
import { definition as azureOpenaiSemanticCacheLookup } from "./azure-openai-semantic-cache-lookup/definition";
import { definition as azureOpenaiSemanticCacheStore } from "./azure-openai-semantic-cache-store/definition";
import { definition as azureOpenaiTokenLimit } from "./azure-openai-token-limit/definition";
import { definition as base } from "./base/definition";
import { definition as block } from "./block/definition";
import { definition as cacheLookup } from "./cache-lookup/definition";
import { definition as cacheLookupValue } from "./cache-lookup-value/definition";
import { definition as cacheRemoveValue } from "./cache-remove-value/definition";
import { definition as cacheStore } from "./cache-store/definition";
import { definition as cacheStoreValue } from "./cache-store-value/definition";
import { definition as cacheValue } from "./cache-value/definition";
import { definition as checkHeader } from "./check-header/definition";
import { definition as choose } from "./choose/definition";
import { definition as cors } from "./cors/definition";
import { definition as cosmosdbDataSource } from "./cosmosdb-data-source/definition";
import { definition as crossDomain } from "./cross-domain/definition";
import type { PolicyDefinition } from "./define";
import { definition as emitMetric } from "./emit-metric/definition";
import { definition as findAndReplace } from "./find-and-replace/definition";
import { definition as forwardRequest } from "./forward-request/definition";
import { definition as getAuthorizationContext } from "./get-authorization-context/definition";
import { definition as graphqlDataSource } from "./graphql-data-source/definition";
import { definition as httpDataSource } from "./http-data-source/definition";
import { definition as includeFragment } from "./include-fragment/definition";
import { definition as invokeDaprBinding } from "./invoke-dapr-binding/definition";
import { definition as invokeRequest } from "./invoke-request/definition";
import { definition as ipFilter } from "./ip-filter/definition";
import { definition as jsonToXml } from "./json-to-xml/definition";
import { definition as jsonp } from "./jsonp/definition";
import { definition as limitConcurrency } from "./limit-concurrency/definition";
import { definition as llmContentSafety } from "./llm-content-safety/definition";
import { definition as llmEmitTokenMetric } from "./llm-emit-token-metric/definition";
import { definition as llmSemanticCacheLookup } from "./llm-semantic-cache-lookup/definition";
import { definition as llmSemanticCacheStore } from "./llm-semantic-cache-store/definition";
import { definition as llmTokenLimit } from "./llm-token-limit/definition";
import { definition as logToEventhub } from "./log-to-eventhub/definition";
import { definition as mockResponse } from "./mock-response/definition";
import { definition as proxy } from "./proxy/definition";
import { definition as publishEvent } from "./publish-event/definition";
import { definition as publishToDapr } from "./publish-to-dapr/definition";
import { definition as quota } from "./quota/definition";
import { definition as quotaByKey } from "./quota-by-key/definition";
import { definition as rateLimit } from "./rate-limit/definition";
import { definition as rateLimitByKey } from "./rate-limit-by-key/definition";
import { definition as redirectContentUrls } from "./redirect-content-urls/definition";
import { definition as retry } from "./retry/definition";
import { definition as returnResponse } from "./return-response/definition";
import { definition as rewriteUri } from "./rewrite-uri/definition";
import { definition as sendOneWayRequest } from "./send-one-way-request/definition";
import { definition as sendRequest } from "./send-request/definition";
import { definition as sendServiceBusMessage } from "./send-service-bus-message/definition";
import { definition as setBackendService } from "./set-backend-service/definition";
import { definition as setBody } from "./set-body/definition";
import { definition as setHeader } from "./set-header/definition";
import { definition as setMethod } from "./set-method/definition";
import { definition as setQueryParameter } from "./set-query-parameter/definition";
import { definition as setRequestMetricDimensionValue } from "./set-request-metric-dimension-value/definition";
import { definition as setStatus } from "./set-status/definition";
import { definition as setUrl } from "./set-url/definition";
import { definition as setVariable } from "./set-variable/definition";
import { definition as sqlDataSource } from "./sql-data-source/definition";
import { definition as trace } from "./trace/definition";
import { definition as validateAzureAdToken } from "./validate-azure-ad-token/definition";
import { definition as validateClientCertificate } from "./validate-client-certificate/definition";
import { definition as validateContent } from "./validate-content/definition";
import { definition as validateGraphqlRequest } from "./validate-graphql-request/definition";
import { definition as validateHeaders } from "./validate-headers/definition";
import { definition as validateJwt } from "./validate-jwt/definition";
import { definition as validateOdataRequest } from "./validate-odata-request/definition";
import { definition as validateParameters } from "./validate-parameters/definition";
import { definition as validateStatusCode } from "./validate-status-code/definition";
import { definition as wait } from "./wait/definition";
import { definition as xmlToJson } from "./xml-to-json/definition";
import { definition as xslTransform } from "./xsl-transform/definition";

/** Every policy of the language. */
export const definitions = {
  "authentication-basic": authenticationBasic,
  "authentication-certificate": authenticationCertificate,
  "authentication-managed-identity": authenticationManagedIdentity,
  "authentication-token": authenticationToken,
  "authentication-token-store": authenticationTokenStore,
  "azure-openai-emit-token-metric": azureOpenaiEmitTokenMetric,
  "azure-openai-semantic-cache-lookup": azureOpenaiSemanticCacheLookup,
  "azure-openai-semantic-cache-store": azureOpenaiSemanticCacheStore,
  "azure-openai-token-limit": azureOpenaiTokenLimit,
  base: base,
  block: block,
  "cache-lookup": cacheLookup,
  "cache-lookup-value": cacheLookupValue,
  "cache-remove-value": cacheRemoveValue,
  "cache-store": cacheStore,
  "cache-store-value": cacheStoreValue,
  "cache-value": cacheValue,
  "check-header": checkHeader,
  choose: choose,
  cors: cors,
  "cosmosdb-data-source": cosmosdbDataSource,
  "cross-domain": crossDomain,
  "emit-metric": emitMetric,
  "find-and-replace": findAndReplace,
  "forward-request": forwardRequest,
  "get-authorization-context": getAuthorizationContext,
  "graphql-data-source": graphqlDataSource,
  "http-data-source": httpDataSource,
  "include-fragment": includeFragment,
  "invoke-dapr-binding": invokeDaprBinding,
  "invoke-request": invokeRequest,
  "ip-filter": ipFilter,
  "json-to-xml": jsonToXml,
  jsonp: jsonp,
  "limit-concurrency": limitConcurrency,
  "llm-content-safety": llmContentSafety,
  "llm-emit-token-metric": llmEmitTokenMetric,
  "llm-semantic-cache-lookup": llmSemanticCacheLookup,
  "llm-semantic-cache-store": llmSemanticCacheStore,
  "llm-token-limit": llmTokenLimit,
  "log-to-eventhub": logToEventhub,
  "mock-response": mockResponse,
  proxy: proxy,
  "publish-event": publishEvent,
  "publish-to-dapr": publishToDapr,
  quota: quota,
  "quota-by-key": quotaByKey,
  "rate-limit": rateLimit,
  "rate-limit-by-key": rateLimitByKey,
  "redirect-content-urls": redirectContentUrls,
  retry: retry,
  "return-response": returnResponse,
  "rewrite-uri": rewriteUri,
  "send-one-way-request": sendOneWayRequest,
  "send-request": sendRequest,
  "send-service-bus-message": sendServiceBusMessage,
  "set-backend-service": setBackendService,
  "set-body": setBody,
  "set-header": setHeader,
  "set-method": setMethod,
  "set-query-parameter": setQueryParameter,
  "set-request-metric-dimension-value": setRequestMetricDimensionValue,
  "set-status": setStatus,
  "set-url": setUrl,
  "set-variable": setVariable,
  "sql-data-source": sqlDataSource,
  trace: trace,
  "validate-azure-ad-token": validateAzureAdToken,
  "validate-client-certificate": validateClientCertificate,
  "validate-content": validateContent,
  "validate-graphql-request": validateGraphqlRequest,
  "validate-headers": validateHeaders,
  "validate-jwt": validateJwt,
  "validate-odata-request": validateOdataRequest,
  "validate-parameters": validateParameters,
  "validate-status-code": validateStatusCode,
  wait: wait,
  "xml-to-json": xmlToJson,
  "xsl-transform": xslTransform,
} as const satisfies Record<string, PolicyDefinition>;

export type PolicyName = keyof typeof definitions;

/** The policies that run by themselves, rather than standing inside others or being resolved before. */
export type StepName = {
  [Name in PolicyName]: (typeof definitions)[Name]["role"] extends "step" ? Name : never;
}[PolicyName];

const byName: ReadonlyMap<string, PolicyDefinition> = new Map(Object.entries(definitions));

export const definitionOf = (name: string): PolicyDefinition | undefined => byName.get(name);

export const allDefinitions: readonly PolicyDefinition[] = [...byName.values()];
