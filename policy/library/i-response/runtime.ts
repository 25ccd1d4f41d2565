import type { ResponseMessage } from "@/policy/exchange";
import { HeadersView } from "@/policy/kits/message/headers-view";
import { MessageBody } from "@/policy/kits/message/message-body";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IResponse", {
  Body: (response: ResponseMessage) => MessageBody.of(response.body, response.headers),
  Headers: (response: ResponseMessage) => new HeadersView(response.headers),
  StatusCode: (response: ResponseMessage) => response.status,
  StatusReason: (response: ResponseMessage) => response.reason,
});
