import type { Exchange } from "@/policy/exchange";
import { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { HeadersView } from "@/policy/kits/message/headers-view";
import { MapView } from "@/policy/kits/message/map-view";
import { MessageBody } from "@/policy/kits/message/message-body";
import { originalUrl, requestUrl } from "@/policy/kits/message/request-urls";
import { implementType } from "@/policy/library/implement";

/** context.Request is the exchange itself: some of what it tells is not the request's own. */
export const runtime = implementType("IRequest", {
  Body: ({ request: { body, headers } }: Exchange) => (body.kind === "none" ? null : MessageBody.of(body, headers)),
  Certificate: ({ request }: Exchange) => {
    const pem = request.clientCertificate();
    return pem === null ? null : CertificateObject.fromPem(pem);
  },
  Foundry: (exchange: Exchange) => exchange,
  Headers: (exchange: Exchange) => new HeadersView(exchange.request.headers),
  IpAddress: (exchange: Exchange) => exchange.request.clientAddress,
  MatchedParameters: (exchange: Exchange) => new MapView(exchange.matchedParameters, "System.String"),
  Method: (exchange: Exchange) => exchange.request.method,
  OriginalUrl: originalUrl,
  Url: requestUrl,
  PrivateEndpointConnection: (exchange: Exchange) => exchange.request.privateEndpoint ?? null,
});
