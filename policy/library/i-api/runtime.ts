import type { ApiFacts } from "@/policy/exchange";
import { UrlView } from "@/policy/kits/message/url-view";
import { stringArray } from "@/policy/kits/object/new-array";
import { implementType } from "@/policy/library/implement";

export const runtimes = [
  implementType("IApi", {
    Id: (api: ApiFacts) => api.shortId ?? api.id,
    Name: (api: ApiFacts) => api.name,
    Path: (api: ApiFacts) => api.path,
    Protocols: (api: ApiFacts) => stringArray([...(api.protocols ?? ["https"])]),
    ServiceUrl: (api: ApiFacts) => (api.serviceUrl === null ? null : UrlView.parse(api.serviceUrl)),
    SubscriptionKeyParameterNames: (api: ApiFacts) => api,
  }),
  implementType("IContextApi", {
    IsCurrentRevision: (api: ApiFacts) => api.isCurrent,
    Revision: (api: ApiFacts) => api.revision,
    Version: (api: ApiFacts) => api.version,
  }),
];
