import type { Type } from "@/policy/expression/types/type";
import { formText } from "@/policy/kits/message/form-content";
import type { MessageBody } from "@/policy/kits/message/message-body";
import { implementType } from "@/policy/library/implement";

export const runtimes = [
  implementType("IMessageBody", {
    "As<T>(bool)": (body: MessageBody, type: Type, preserve: boolean) => body.as(type, preserve),
    "AsFormUrlEncodedContent(bool)": (body: MessageBody, preserve: boolean) => body.form(preserve),
  }),
  implementType("FormUrlEncodedExtensions", {
    "ToFormUrlEncodedContent(IDictionary<string, IList<string>>)": formText,
  }),
];
