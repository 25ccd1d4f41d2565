import { runtime as array } from "./array/runtime";
import { runtime as asymmetricAlgorithm } from "./asymmetric-algorithm/runtime";
import { runtime as authorization } from "./authorization/runtime";
import { runtimes as basicAuthCredentials } from "./basic-auth-credentials/runtime";
import { runtime as bitConverter } from "./bit-converter/runtime";
import { runtime as boolean_ } from "./boolean/runtime";
import { runtime as byte_ } from "./byte/runtime";
import { runtime as capture } from "./capture/runtime";
import { runtime as captureCollection } from "./capture-collection/runtime";
import { runtime as char_ } from "./char/runtime";
import { runtime as collectionExtensions } from "./collection-extensions/runtime";
import { runtimes as comparable } from "./comparable/runtime";
import { runtime as comparer } from "./comparer/runtime";
import { runtime as convert } from "./convert/runtime";
import { runtime as cultureInfo } from "./culture-info/runtime";
import { runtime as dateTime } from "./date-time/runtime";
import { runtime as dateTimeOffset } from "./date-time-offset/runtime";
import { runtime as decimal } from "./decimal/runtime";
import { runtime as dictionary } from "./dictionary/runtime";
import { runtime as dictionaryExtensions } from "./dictionary-extensions/runtime";
import { runtime as disposable } from "./disposable/runtime";
import { runtime as double_ } from "./double/runtime";
import { runtimes as encoding } from "./encoding/runtime";
import { runtime as encryptionExtensions } from "./encryption-extensions/runtime";
import { runtime as enum_ } from "./enum/runtime";
import { runtime as enumerable } from "./enumerable/runtime";
import { runtime as equalityComparer } from "./equality-comparer/runtime";
import { runtimes as exception } from "./exception/runtime";
import { runtime as group } from "./group/runtime";
import { runtime as groupCollection } from "./group-collection/runtime";
import { runtime as guid } from "./guid/runtime";
import { runtime as hashAlgorithm } from "./hash-algorithm/runtime";
import { runtime as hashAlgorithmName } from "./hash-algorithm-name/runtime";
import { runtime as hashSet } from "./hash-set/runtime";
import { runtimes as hmac } from "./hmac/runtime";
import { runtimes as iApi } from "./i-api/runtime";
import { runtime as iBackend } from "./i-backend/runtime";
import { runtime as iCollection } from "./i-collection/runtime";
import { runtime as iComparer } from "./i-comparer/runtime";
import { runtime as iContext } from "./i-context/runtime";
import { runtime as iDeployment } from "./i-deployment/runtime";
import { runtime as iDictionary } from "./i-dictionary/runtime";
import { runtimes as iEnumerable } from "./i-enumerable/runtime";
import { runtimes as iEnumerator } from "./i-enumerator/runtime";
import { runtime as iEqualityComparer } from "./i-equality-comparer/runtime";
import { runtime as iFoundry } from "./i-foundry/runtime";
import { runtime as iGateway } from "./i-gateway/runtime";
import { runtime as iGraphQl } from "./i-graph-ql/runtime";
import { runtime as iGroup } from "./i-group/runtime";
import { runtime as iGrouping } from "./i-grouping/runtime";
import { runtime as iLastError } from "./i-last-error/runtime";
import { runtime as iList } from "./i-list/runtime";
import { runtime as iLookup } from "./i-lookup/runtime";
import { runtimes as iMessageBody } from "./i-message-body/runtime";
import { runtime as iOperation } from "./i-operation/runtime";
import { runtime as iPrivateEndpointConnection } from "./i-private-endpoint-connection/runtime";
import { runtime as iProduct } from "./i-product/runtime";
import { runtime as iReadOnlyCollection } from "./i-read-only-collection/runtime";
import { runtime as iReadOnlyDictionary } from "./i-read-only-dictionary/runtime";
import { runtime as iReadOnlyList } from "./i-read-only-list/runtime";
import { runtime as iRequest } from "./i-request/runtime";
import { runtime as iResponse } from "./i-response/runtime";
import { runtime as iSet } from "./i-set/runtime";
import { runtime as iSubscription } from "./i-subscription/runtime";
import { runtime as iSubscriptionKeyParameterNames } from "./i-subscription-key-parameter-names/runtime";
import { runtime as iSustainabilityInfo } from "./i-sustainability-info/runtime";
import { runtime as iUrl } from "./i-url/runtime";
import { runtime as iUser } from "./i-user/runtime";
import { runtime as iUserIdentity } from "./i-user-identity/runtime";
import { runtime as iWorkspace } from "./i-workspace/runtime";
import { runtime as ijenumerable } from "./ijenumerable/runtime";
import type { TypeRuntime } from "./implement";
import { runtime as int16 } from "./int16/runtime";
import { runtime as int32 } from "./int32/runtime";
import { runtime as int64 } from "./int64/runtime";
import { runtime as ipAddress } from "./ip-address/runtime";
import { runtime as jarray } from "./jarray/runtime";
import { runtime as jconstructor } from "./jconstructor/runtime";
import { runtime as jcontainer } from "./jcontainer/runtime";
import { runtime as jenumerable } from "./jenumerable/runtime";
import { runtime as jobject } from "./jobject/runtime";
import { runtime as jproperty } from "./jproperty/runtime";
import { runtime as jraw } from "./jraw/runtime";
import { runtime as jsonConvert } from "./json-convert/runtime";
import { runtime as jsonLinqExtensions } from "./json-linq-extensions/runtime";
import { runtime as jsonMergeSettings } from "./json-merge-settings/runtime";
import { runtime as jtoken } from "./jtoken/runtime";
import { runtime as jtokenEqualityComparer } from "./jtoken-equality-comparer/runtime";
import { runtime as jvalue } from "./jvalue/runtime";
import { runtimes as jwt } from "./jwt/runtime";
import { runtime as keyValuePair } from "./key-value-pair/runtime";
import { runtime as keyedHashAlgorithm } from "./keyed-hash-algorithm/runtime";
import { runtime as list } from "./list/runtime";
import { runtime as match } from "./match/runtime";
import { runtime as matchCollection } from "./match-collection/runtime";
import { runtime as math } from "./math/runtime";
import { runtimes as md5 } from "./md5/runtime";
import { runtime as nullable } from "./nullable/runtime";
import { runtime as object } from "./object/runtime";
import { runtime as oid } from "./oid/runtime";
import { runtime as publicKey } from "./public-key/runtime";
import { runtime as queue } from "./queue/runtime";
import { runtime as random } from "./random/runtime";
import { runtime as regex } from "./regex/runtime";
import { runtimes as rngCryptoServiceProvider } from "./rng-crypto-service-provider/runtime";
import { runtimes as rsa } from "./rsa/runtime";
import { runtime as rsaCertificateExtensions } from "./rsa-certificate-extensions/runtime";
import { runtime as rsaEncryptionPadding } from "./rsa-encryption-padding/runtime";
import { runtime as rsaSignaturePadding } from "./rsa-signature-padding/runtime";
import { runtime as sbyte } from "./sbyte/runtime";
import { runtimes as sha1 } from "./sha1/runtime";
import { runtimes as sha256 } from "./sha256/runtime";
import { runtimes as sha384 } from "./sha384/runtime";
import { runtimes as sha512 } from "./sha512/runtime";
import { runtime as single } from "./single/runtime";
import { runtime as stack } from "./stack/runtime";
import { runtime as string } from "./string/runtime";
import { runtime as stringBuilder } from "./string-builder/runtime";
import { runtime as stringComparer } from "./string-comparer/runtime";
import { runtime as stringReader } from "./string-reader/runtime";
import { runtime as stringWriter } from "./string-writer/runtime";
import { runtimes as symmetricAlgorithm } from "./symmetric-algorithm/runtime";
import { runtime as timeSpan } from "./time-span/runtime";
import { runtime as timeZone } from "./time-zone/runtime";
import { runtimes as timeZoneInfo } from "./time-zone-info/runtime";
import { runtime as tuple } from "./tuple/runtime";
import { runtime as uint16 } from "./uint16/runtime";
import { runtime as uint32 } from "./uint32/runtime";
import { runtime as uint64 } from "./uint64/runtime";
import { runtime as uri } from "./uri/runtime";
import { runtime as webUtility } from "./web-utility/runtime";
import { runtime as x500DistinguishedName } from "./x500-distinguished-name/runtime";
import { runtime as x509Certificate } from "./x509-certificate/runtime";
import { runtime as x509Certificate2 } from "./x509-certificate2/runtime";
import { runtime as xattribute } from "./xattribute/runtime";
import { runtime as xcdata } from "./xcdata/runtime";
import { runtime as xcomment } from "./xcomment/runtime";
import { runtime as xcontainer } from "./xcontainer/runtime";
import { runtime as xdeclaration } from "./xdeclaration/runtime";
import { runtime as xdocument } from "./xdocument/runtime";
import { runtime as xdocumentType } from "./xdocument-type/runtime";
import { runtime as xelement } from "./xelement/runtime";
import { runtime as xmlDocument } from "./xml-document/runtime";
import { runtime as xmlElement } from "./xml-element/runtime";
import { runtime as xmlLinqExtensions } from "./xml-linq-extensions/runtime";
import { runtime as xmlNode } from "./xml-node/runtime";
import { runtime as xmlNodeList } from "./xml-node-list/runtime";
import { runtime as xmlReader } from "./xml-reader/runtime";
import { runtime as xname } from "./xname/runtime";
import { runtime as xnamespace } from "./xnamespace/runtime";
import { runtime as xnode } from "./xnode/runtime";
import { runtime as xnodeDocumentOrderComparer } from "./xnode-document-order-comparer/runtime";
import { runtime as xnodeEqualityComparer } from "./xnode-equality-comparer/runtime";
import { runtime as xobject } from "./xobject/runtime";
import { runtime as xprocessingInstruction } from "./xprocessing-instruction/runtime";
import { runtime as xtext } from "./xtext/runtime";

/** What runs them. */
export const runtimes: readonly TypeRuntime[] = [
  array,
  asymmetricAlgorithm,
  authorization,
  ...basicAuthCredentials,
  bitConverter,
  boolean_,
  byte_,
  capture,
  captureCollection,
  char_,
  collectionExtensions,
  ...comparable,
  comparer,
  convert,
  cultureInfo,
  dateTime,
  dateTimeOffset,
  decimal,
  dictionary,
  dictionaryExtensions,
  disposable,
  double_,
  ...encoding,
  encryptionExtensions,
  enum_,
  enumerable,
  equalityComparer,
  ...exception,
  group,
  groupCollection,
  guid,
  hashAlgorithm,
  hashAlgorithmName,
  hashSet,
  ...hmac,
  ...iApi,
  iBackend,
  iCollection,
  iComparer,
  iContext,
  iDeployment,
  iDictionary,
  ...iEnumerable,
  ...iEnumerator,
  iEqualityComparer,
  iFoundry,
  iGateway,
  iGraphQl,
  iGroup,
  iGrouping,
  iLastError,
  iList,
  iLookup,
  ...iMessageBody,
  iOperation,
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
  jsonLinqExtensions,
  jsonMergeSettings,
  jtoken,
  jtokenEqualityComparer,
  jvalue,
  ...jwt,
  keyValuePair,
  keyedHashAlgorithm,
  list,
  match,
  matchCollection,
  math,
  ...md5,
  nullable,
  object,
  oid,
  publicKey,
  queue,
  random,
  regex,
  ...rngCryptoServiceProvider,
  ...rsa,
  rsaCertificateExtensions,
  rsaEncryptionPadding,
  rsaSignaturePadding,
  sbyte,
  ...sha1,
  ...sha256,
  ...sha384,
  ...sha512,
  single,
  stack,
  string,
  stringBuilder,
  stringComparer,
  stringReader,
  stringWriter,
  ...symmetricAlgorithm,
  timeSpan,
  timeZone,
  ...timeZoneInfo,
  tuple,
  uint16,
  uint32,
  uint64,
  uri,
  webUtility,
  x500DistinguishedName,
  x509Certificate,
  x509Certificate2,
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
