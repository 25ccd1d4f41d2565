import { declaration as addressFamily } from "./address-family/definition";
import { declaration as array } from "./array/definition";
import { declaration as asymmetricAlgorithm } from "./asymmetric-algorithm/definition";
import { declaration as authorization } from "./authorization/definition";
import { declaration as backendType } from "./backend-type/definition";
import { declaration as base64FormattingOptions } from "./base64-formatting-options/definition";
import { declaration as basicAuthCredentials } from "./basic-auth-credentials/definition";
import { declaration as bitConverter } from "./bit-converter/definition";
import { declaration as boolean_ } from "./boolean/definition";
import { declaration as byte_ } from "./byte/definition";
import { declaration as capture } from "./capture/definition";
import { declaration as captureCollection } from "./capture-collection/definition";
import { declaration as carbonIntensityCategory } from "./carbon-intensity-category/definition";
import { declaration as char_ } from "./char/definition";
import { declaration as cipherMode } from "./cipher-mode/definition";
import { declaration as collectionExtensions } from "./collection-extensions/definition";
import { declaration as comparable } from "./comparable/definition";
import { declaration as comparer } from "./comparer/definition";
import { declaration as convert } from "./convert/definition";
import { declaration as cultureInfo } from "./culture-info/definition";
import { declaration as dateTime } from "./date-time/definition";
import { declaration as dateTimeKind } from "./date-time-kind/definition";
import { declaration as dateTimeOffset } from "./date-time-offset/definition";
import { declaration as dateTimeStyles } from "./date-time-styles/definition";
import { declaration as dayOfWeek } from "./day-of-week/definition";
import { declaration as decimal } from "./decimal/definition";
import type { Declaration } from "./declare";
import { declaration as dictionary } from "./dictionary/definition";
import { declaration as dictionaryExtensions } from "./dictionary-extensions/definition";
import { declaration as disposable } from "./disposable/definition";
import { declaration as double_ } from "./double/definition";
import { declaration as encoding } from "./encoding/definition";
import { declaration as encryptionExtensions } from "./encryption-extensions/definition";
import { declaration as enum_ } from "./enum/definition";
import { declaration as enumerable } from "./enumerable/definition";
import { declaration as equalityComparer } from "./equality-comparer/definition";
import { declaration as exception } from "./exception/definition";
import { declaration as formatProvider } from "./format-provider/definition";
import { declaration as func } from "./func/definition";
import { declaration as group } from "./group/definition";
import { declaration as groupCollection } from "./group-collection/definition";
import { declaration as guid } from "./guid/definition";
import { declaration as hashAlgorithm } from "./hash-algorithm/definition";
import { declaration as hashAlgorithmName } from "./hash-algorithm-name/definition";
import { declaration as hashSet } from "./hash-set/definition";
import { declaration as hmac } from "./hmac/definition";
import { declaration as iApi } from "./i-api/definition";
import { declaration as iBackend } from "./i-backend/definition";
import { declaration as iCollection } from "./i-collection/definition";
import { declaration as iComparer } from "./i-comparer/definition";
import { declaration as iContext } from "./i-context/definition";
import { declaration as iDeployment } from "./i-deployment/definition";
import { declaration as iDictionary } from "./i-dictionary/definition";
import { declaration as iEnumerable } from "./i-enumerable/definition";
import { declaration as iEnumerator } from "./i-enumerator/definition";
import { declaration as iEqualityComparer } from "./i-equality-comparer/definition";
import { declaration as iFoundry } from "./i-foundry/definition";
import { declaration as iGateway } from "./i-gateway/definition";
import { declaration as iGraphQl } from "./i-graph-ql/definition";
import { declaration as iGroup } from "./i-group/definition";
import { declaration as iGrouping } from "./i-grouping/definition";
import { declaration as iLastError } from "./i-last-error/definition";
import { declaration as iList } from "./i-list/definition";
import { declaration as iLookup } from "./i-lookup/definition";
import { declaration as iMessageBody } from "./i-message-body/definition";
import { declaration as iOperation } from "./i-operation/definition";
import { declaration as iOrderedEnumerable } from "./i-ordered-enumerable/definition";
import { declaration as iPrivateEndpointConnection } from "./i-private-endpoint-connection/definition";
import { declaration as iProduct } from "./i-product/definition";
import { declaration as iReadOnlyCollection } from "./i-read-only-collection/definition";
import { declaration as iReadOnlyDictionary } from "./i-read-only-dictionary/definition";
import { declaration as iReadOnlyList } from "./i-read-only-list/definition";
import { declaration as iRequest } from "./i-request/definition";
import { declaration as iResponse } from "./i-response/definition";
import { declaration as iSet } from "./i-set/definition";
import { declaration as iSubscription } from "./i-subscription/definition";
import { declaration as iSubscriptionKeyParameterNames } from "./i-subscription-key-parameter-names/definition";
import { declaration as iSustainabilityInfo } from "./i-sustainability-info/definition";
import { declaration as iUrl } from "./i-url/definition";
import { declaration as iUser } from "./i-user/definition";
import { declaration as iUserIdentity } from "./i-user-identity/definition";
import { declaration as iWorkspace } from "./i-workspace/definition";
import { declaration as ijenumerable } from "./ijenumerable/definition";
import { declaration as int16 } from "./int16/definition";
import { declaration as int32 } from "./int32/definition";
import { declaration as int64 } from "./int64/definition";
import { declaration as ipAddress } from "./ip-address/definition";
import { declaration as jarray } from "./jarray/definition";
import { declaration as jconstructor } from "./jconstructor/definition";
import { declaration as jcontainer } from "./jcontainer/definition";
import { declaration as jenumerable } from "./jenumerable/definition";
import { declaration as jobject } from "./jobject/definition";
import { declaration as jproperty } from "./jproperty/definition";
import { declaration as jraw } from "./jraw/definition";
import { declaration as jsonConvert } from "./json-convert/definition";
import { declaration as jsonFormatting } from "./json-formatting/definition";
import { declaration as jsonLinqExtensions } from "./json-linq-extensions/definition";
import { declaration as jsonMergeSettings } from "./json-merge-settings/definition";
import { declaration as jtoken } from "./jtoken/definition";
import { declaration as jtokenEqualityComparer } from "./jtoken-equality-comparer/definition";
import { declaration as jtokenType } from "./jtoken-type/definition";
import { declaration as jvalue } from "./jvalue/definition";
import { declaration as jwt } from "./jwt/definition";
import { declaration as keyValuePair } from "./key-value-pair/definition";
import { declaration as keyedHashAlgorithm } from "./keyed-hash-algorithm/definition";
import { declaration as list } from "./list/definition";
import { declaration as loadOptions } from "./load-options/definition";
import { declaration as match } from "./match/definition";
import { declaration as matchCollection } from "./match-collection/definition";
import { declaration as matchEvaluator } from "./match-evaluator/definition";
import { declaration as math } from "./math/definition";
import { declaration as md5 } from "./md5/definition";
import { declaration as mergeArrayHandling } from "./merge-array-handling/definition";
import { declaration as mergeNullValueHandling } from "./merge-null-value-handling/definition";
import { declaration as midpointRounding } from "./midpoint-rounding/definition";
import { declaration as normalizationForm } from "./normalization-form/definition";
import { declaration as nullable } from "./nullable/definition";
import { declaration as numberStyles } from "./number-styles/definition";
import { declaration as object } from "./object/definition";
import { declaration as oid } from "./oid/definition";
import { declaration as paddingMode } from "./padding-mode/definition";
import { declaration as productState } from "./product-state/definition";
import { declaration as publicKey } from "./public-key/definition";
import { declaration as queue } from "./queue/definition";
import { declaration as random } from "./random/definition";
import { declaration as regex } from "./regex/definition";
import { declaration as regexOptions } from "./regex-options/definition";
import { declaration as rngCryptoServiceProvider } from "./rng-crypto-service-provider/definition";
import { declaration as rsa } from "./rsa/definition";
import { declaration as rsaCertificateExtensions } from "./rsa-certificate-extensions/definition";
import { declaration as rsaEncryptionPadding } from "./rsa-encryption-padding/definition";
import { declaration as rsaSignaturePadding } from "./rsa-signature-padding/definition";
import { declaration as saveOptions } from "./save-options/definition";
import { declaration as sbyte } from "./sbyte/definition";
import { declaration as sha1 } from "./sha1/definition";
import { declaration as sha256 } from "./sha256/definition";
import { declaration as sha384 } from "./sha384/definition";
import { declaration as sha512 } from "./sha512/definition";
import { declaration as single } from "./single/definition";
import { declaration as stack } from "./stack/definition";
import { declaration as string } from "./string/definition";
import { declaration as stringBuilder } from "./string-builder/definition";
import { declaration as stringComparer } from "./string-comparer/definition";
import { declaration as stringComparison } from "./string-comparison/definition";
import { declaration as stringReader } from "./string-reader/definition";
import { declaration as stringSplitOptions } from "./string-split-options/definition";
import { declaration as stringWriter } from "./string-writer/definition";
import { declaration as symmetricAlgorithm } from "./symmetric-algorithm/definition";
import { declaration as timeSpan } from "./time-span/definition";
import { declaration as timeSpanStyles } from "./time-span-styles/definition";
import { declaration as timeZone } from "./time-zone/definition";
import { declaration as timeZoneInfo } from "./time-zone-info/definition";
import { declaration as tuple } from "./tuple/definition";
import { declaration as uint16 } from "./uint16/definition";
import { declaration as uint32 } from "./uint32/definition";
import { declaration as uint64 } from "./uint64/definition";
import { declaration as unicodeCategory } from "./unicode-category/definition";
import { declaration as uri } from "./uri/definition";
import { declaration as uriKind } from "./uri-kind/definition";
import { declaration as uriPartial } from "./uri-partial/definition";
import { declaration as webUtility } from "./web-utility/definition";
import { declaration as x500DistinguishedName } from "./x500-distinguished-name/definition";
import { declaration as x509Certificate } from "./x509-certificate/definition";
import { declaration as x509Certificate2 } from "./x509-certificate2/definition";
import { declaration as x509ContentType } from "./x509-content-type/definition";
import { declaration as x509NameType } from "./x509-name-type/definition";
import { declaration as xattribute } from "./xattribute/definition";
import { declaration as xcdata } from "./xcdata/definition";
import { declaration as xcomment } from "./xcomment/definition";
import { declaration as xcontainer } from "./xcontainer/definition";
import { declaration as xdeclaration } from "./xdeclaration/definition";
import { declaration as xdocument } from "./xdocument/definition";
import { declaration as xdocumentType } from "./xdocument-type/definition";
import { declaration as xelement } from "./xelement/definition";
import { declaration as xmlDocument } from "./xml-document/definition";
import { declaration as xmlElement } from "./xml-element/definition";
import { declaration as xmlLinqExtensions } from "./xml-linq-extensions/definition";
import { declaration as xmlNode } from "./xml-node/definition";
import { declaration as xmlNodeList } from "./xml-node-list/definition";
import { declaration as xmlNodeType } from "./xml-node-type/definition";
import { declaration as xmlReader } from "./xml-reader/definition";
import { declaration as xname } from "./xname/definition";
import { declaration as xnamespace } from "./xnamespace/definition";
import { declaration as xnode } from "./xnode/definition";
import { declaration as xnodeDocumentOrderComparer } from "./xnode-document-order-comparer/definition";
import { declaration as xnodeEqualityComparer } from "./xnode-equality-comparer/definition";
import { declaration as xobject } from "./xobject/definition";
import { declaration as xprocessingInstruction } from "./xprocessing-instruction/definition";
import { declaration as xtext } from "./xtext/definition";

/** Every .NET type that an expression may touch. */
export const declarations: readonly Declaration[] = [
  addressFamily,
  array,
  asymmetricAlgorithm,
  authorization,
  backendType,
  base64FormattingOptions,
  basicAuthCredentials,
  bitConverter,
  boolean_,
  byte_,
  capture,
  captureCollection,
  carbonIntensityCategory,
  char_,
  cipherMode,
  collectionExtensions,
  comparable,
  comparer,
  convert,
  cultureInfo,
  dateTime,
  dateTimeKind,
  dateTimeOffset,
  dateTimeStyles,
  dayOfWeek,
  decimal,
  dictionary,
  dictionaryExtensions,
  disposable,
  double_,
  encoding,
  encryptionExtensions,
  enum_,
  enumerable,
  equalityComparer,
  exception,
  formatProvider,
  func,
  group,
  groupCollection,
  guid,
  hashAlgorithm,
  hashAlgorithmName,
  hashSet,
  hmac,
  iApi,
  iBackend,
  iCollection,
  iComparer,
  iContext,
  iDeployment,
  iDictionary,
  iEnumerable,
  iEnumerator,
  iEqualityComparer,
  iFoundry,
  iGateway,
  iGraphQl,
  iGroup,
  iGrouping,
  iLastError,
  iList,
  iLookup,
  iMessageBody,
  iOperation,
  iOrderedEnumerable,
  iPrivateEndpointConnection,
  iProduct,
  iReadOnlyCollection,
  iReadOnlyDictionary,
  iReadOnlyList,
  iRequest,
  iResponse,
  iSet,
  iSubscription,
  iSubscriptionKeyParameterNames,
  iSustainabilityInfo,
  iUrl,
  iUser,
  iUserIdentity,
  iWorkspace,
  ijenumerable,
  int16,
  int32,
  int64,
  ipAddress,
  jarray,
  jconstructor,
  jcontainer,
  jenumerable,
  jobject,
  jproperty,
  jraw,
  jsonConvert,
  jsonFormatting,
  jsonLinqExtensions,
  jsonMergeSettings,
  jtoken,
  jtokenEqualityComparer,
  jtokenType,
  jvalue,
  jwt,
  keyValuePair,
  keyedHashAlgorithm,
  list,
  loadOptions,
  match,
  matchCollection,
  matchEvaluator,
  math,
  md5,
  mergeArrayHandling,
  mergeNullValueHandling,
  midpointRounding,
  normalizationForm,
  nullable,
  numberStyles,
  object,
  oid,
  paddingMode,
  productState,
  publicKey,
  queue,
  random,
  regex,
  regexOptions,
  rngCryptoServiceProvider,
  rsa,
  rsaCertificateExtensions,
  rsaEncryptionPadding,
  rsaSignaturePadding,
  saveOptions,
  sbyte,
  sha1,
  sha256,
  sha384,
  sha512,
  single,
  stack,
  string,
  stringBuilder,
  stringComparer,
  stringComparison,
  stringReader,
  stringSplitOptions,
  stringWriter,
  symmetricAlgorithm,
  timeSpan,
  timeSpanStyles,
  timeZone,
  timeZoneInfo,
  tuple,
  uint16,
  uint32,
  uint64,
  unicodeCategory,
  uri,
  uriKind,
  uriPartial,
  webUtility,
  x500DistinguishedName,
  x509Certificate,
  x509Certificate2,
  x509ContentType,
  x509NameType,
  xattribute,
  xcdata,
  xcomment,
  xcontainer,
  xdeclaration,
  xdocument,
  xdocumentType,
  xelement,
  xmlDocument,
  xmlElement,
  xmlLinqExtensions,
  xmlNode,
  xmlNodeList,
  xmlNodeType,
  xmlReader,
  xname,
  xnamespace,
  xnode,
  xnodeDocumentOrderComparer,
  xnodeEqualityComparer,
  xobject,
  xprocessingInstruction,
  xtext,
];
