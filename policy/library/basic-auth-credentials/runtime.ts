import type { Ref } from "@/policy/expression/values/boxed";
import { BasicAuthCredentials } from "@/policy/kits/message/basic-auth-credentials";
import { implementType } from "@/policy/library/implement";

const userName = (credentials: BasicAuthCredentials) => credentials.userName;

export const runtimes = [
  implementType("BasicAuthCredentials", {
    Password: (credentials: BasicAuthCredentials) => credentials.password,
    UserId: userName,
    Username: userName,
  }),
  implementType("BasicAuthExtensions", {
    "AsBasic(string)": (text: string | null) => BasicAuthCredentials.parse(text),
    "TryParseBasic(string, out BasicAuthCredentials)": (
      text: string | null,
      result: Ref<BasicAuthCredentials | null>,
    ) => {
      result.value = BasicAuthCredentials.parse(text);
      return result.value !== null;
    },
  }),
];
