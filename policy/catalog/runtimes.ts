import { runtime as authenticationBasic } from "./authentication-basic/runtime";
import { runtime as authenticationCertificate } from "./authentication-certificate/runtime";
import { runtime as authenticationManagedIdentity } from "./authentication-managed-identity/runtime";
import { runtime as authenticationToken } from "./authentication-token/runtime";
import { runtime as authenticationTokenStore } from "./authentication-token-store/runtime";
import { runtime as azureOpenaiEmitTokenMetric } from "./azure-openai-emit-token-metric/runtime";
import { runtime as azureOpenaiSemanticCacheLookup } from "./azure-openai-semantic-cache-lookup/runtime";
import { runtime as azureOpenaiSemanticCacheStore } from "./azure-openai-semantic-cache-store/runtime";
import { runtime as azureOpenaiTokenLimit } from "./azure-openai-token-limit/runtime";
import { runtime as block } from "./block/runtime";
import { runtime as cacheLookup } from "./cache-lookup/runtime";
import { runtime as cacheLookupValue } from "./cache-lookup-value/runtime";
import { runtime as cacheRemoveValue } from "./cache-remove-value/runtime";
import { runtime as cacheStore } from "./cache-store/runtime";
import { runtime as cacheStoreValue } from "./cache-store-value/runtime";
import { runtime as cacheValue } from "./cache-value/runtime";
import { runtime as checkHeader } from "./check-header/runtime";
import { runtime as choose } from "./choose/runtime";
import type { Runtime } from "./compile";
import { runtime as cors } from "./cors/runtime";
import { runtime as cosmosdbDataSource } from "./cosmosdb-data-source/runtime";
import { runtime as crossDomain } from "./cross-domain/runtime";
import type { StepName } from "./definitions";
import { runtime as emitMetric } from "./emit-metric/runtime";
import { runtime as findAndReplace } from "./find-and-replace/runtime";
import { runtime as forwardRequest } from "./forward-request/runtime";
import { runtime as getAuthorizationContext } from "./get-authorization-context/runtime";
import { runtime as graphqlDataSource } from "./graphql-data-source/runtime";
import { runtime as httpDataSource } from "./http-data-source/runtime";
import { runtime as invokeDaprBinding } from "./invoke-dapr-binding/runtime";
import { runtime as invokeRequest } from "./invoke-request/runtime";
import { runtime as ipFilter } from "./ip-filter/runtime";
import { runtime as jsonToXml } from "./json-to-xml/runtime";
import { runtime as jsonp } from "./jsonp/runtime";
import { runtime as limitConcurrency } from "./limit-concurrency/runtime";
import { runtime as llmContentSafety } from "./llm-content-safety/runtime";
import { runtime as llmEmitTokenMetric } from "./llm-emit-token-metric/runtime";
import { runtime as llmSemanticCacheLookup } from "./llm-semantic-cache-lookup/runtime";
import { runtime as llmSemanticCacheStore } from "./llm-semantic-cache-store/runtime";
import { runtime as llmTokenLimit } from "./llm-token-limit/runtime";
import { runtime as logToEventhub } from "./log-to-eventhub/runtime";
import { runtime as mockResponse } from "./mock-response/runtime";
import { runtime as proxy } from "./proxy/runtime";
import { runtime as publishEvent } from "./publish-event/runtime";
import { runtime as publishToDapr } from "./publish-to-dapr/runtime";
import { runtime as quota } from "./quota/runtime";
import { runtime as quotaByKey } from "./quota-by-key/runtime";
import { runtime as rateLimit } from "./rate-limit/runtime";
import { runtime as rateLimitByKey } from "./rate-limit-by-key/runtime";
import { runtime as redirectContentUrls } from "./redirect-content-urls/runtime";
import { runtime as retry } from "./retry/runtime";
import { runtime as returnResponse } from "./return-response/runtime";
import { runtime as rewriteUri } from "./rewrite-uri/runtime";
import { runtime as sendOneWayRequest } from "./send-one-way-request/runtime";
import { runtime as sendRequest } from "./send-request/runtime";
import { runtime as sendServiceBusMessage } from "./send-service-bus-message/runtime";
import { runtime as setBackendService } from "./set-backend-service/runtime";
import { runtime as setBody } from "./set-body/runtime";
import { runtime as setHeader } from "./set-header/runtime";
import { runtime as setMethod } from "./set-method/runtime";
import { runtime as setQueryParameter } from "./set-query-parameter/runtime";
import { runtime as setRequestMetricDimensionValue } from "./set-request-metric-dimension-value/runtime";
import { runtime as setStatus } from "./set-status/runtime";
import { runtime as setVariable } from "./set-variable/runtime";
import { runtime as sqlDataSource } from "./sql-data-source/runtime";
import { runtime as trace } from "./trace/runtime";
import { runtime as validateAzureAdToken } from "./validate-azure-ad-token/runtime";
import { runtime as validateClientCertificate } from "./validate-client-certificate/runtime";
import { runtime as validateContent } from "./validate-content/runtime";
import { runtime as validateGraphqlRequest } from "./validate-graphql-request/runtime";
import { runtime as validateHeaders } from "./validate-headers/runtime";
import { runtime as validateJwt } from "./validate-jwt/runtime";
import { runtime as validateOdataRequest } from "./validate-odata-request/runtime";
import { runtime as validateParameters } from "./validate-parameters/runtime";
import { runtime as validateStatusCode } from "./validate-status-code/runtime";
import { runtime as wait } from "./wait/runtime";
import { runtime as xmlToJson } from "./xml-to-json/runtime";
import { runtime as xslTransform } from "./xsl-transform/runtime";

/** What runs each policy; a forgotten one does not compile. */
export const runtimes: Readonly<Record<StepName, Runtime>> = {
  "authentication-basic": authenticationBasic,
  "authentication-certificate": authenticationCertificate,
  "authentication-managed-identity": authenticationManagedIdentity,
  "authentication-token": authenticationToken,
  "authentication-token-store": authenticationTokenStore,
  "azure-openai-emit-token-metric": azureOpenaiEmitTokenMetric,
  "azure-openai-semantic-cache-lookup": azureOpenaiSemanticCacheLookup,
  "azure-openai-semantic-cache-store": azureOpenaiSemanticCacheStore,
  "azure-openai-token-limit": azureOpenaiTokenLimit,
  block,
  "cache-lookup": cacheLookup,
  "cache-lookup-value": cacheLookupValue,
  "cache-remove-value": cacheRemoveValue,
  "cache-store": cacheStore,
  "cache-store-value": cacheStoreValue,
  "cache-value": cacheValue,
  "check-header": checkHeader,
  choose,
  cors,
  "cosmosdb-data-source": cosmosdbDataSource,
  "cross-domain": crossDomain,
  "emit-metric": emitMetric,
  "find-and-replace": findAndReplace,
  "forward-request": forwardRequest,
  "get-authorization-context": getAuthorizationContext,
  "graphql-data-source": graphqlDataSource,
  "http-data-source": httpDataSource,
  "invoke-dapr-binding": invokeDaprBinding,
  "invoke-request": invokeRequest,
  "ip-filter": ipFilter,
  "json-to-xml": jsonToXml,
  jsonp,
  "limit-concurrency": limitConcurrency,
  "llm-content-safety": llmContentSafety,
  "llm-emit-token-metric": llmEmitTokenMetric,
  "llm-semantic-cache-lookup": llmSemanticCacheLookup,
  "llm-semantic-cache-store": llmSemanticCacheStore,
  "llm-token-limit": llmTokenLimit,
  "log-to-eventhub": logToEventhub,
  "mock-response": mockResponse,
  proxy,
  "publish-event": publishEvent,
  "publish-to-dapr": publishToDapr,
  quota,
  "quota-by-key": quotaByKey,
  "rate-limit": rateLimit,
  "rate-limit-by-key": rateLimitByKey,
  "redirect-content-urls": redirectContentUrls,
  retry,
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
  "set-variable": setVariable,
  "sql-data-source": sqlDataSource,
  trace,
  "validate-azure-ad-token": validateAzureAdToken,
  "validate-client-certificate": validateClientCertificate,
  "validate-content": validateContent,
  "validate-graphql-request": validateGraphqlRequest,
  "validate-headers": validateHeaders,
  "validate-jwt": validateJwt,
  "validate-odata-request": validateOdataRequest,
  "validate-parameters": validateParameters,
  "validate-status-code": validateStatusCode,
  wait,
  "xml-to-json": xmlToJson,
  "xsl-transform": xslTransform,
};
