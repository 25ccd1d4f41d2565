import type { Ref } from "@/policy/expression/values/boxed";
import { Jwt } from "@/policy/kits/message/jwt";
import { stringArray } from "@/policy/kits/object/new-array";
import { implementType } from "@/policy/library/implement";

export const runtimes = [
  implementType("Jwt", {
    Algorithm: (jwt: Jwt) => jwt.headerText("alg"),
    Audiences: (jwt: Jwt) => stringArray(jwt.values("aud")),
    Claims: (jwt: Jwt) => jwt.claims,
    ExpirationTime: (jwt: Jwt) => jwt.time("exp"),
    Id: (jwt: Jwt) => jwt.text("jti"),
    IssuedAt: (jwt: Jwt) => jwt.time("iat"),
    Issuer: (jwt: Jwt) => jwt.text("iss"),
    NotBefore: (jwt: Jwt) => jwt.time("nbf"),
    Subject: (jwt: Jwt) => jwt.text("sub"),
    Type: (jwt: Jwt) => jwt.headerText("typ"),
  }),
  implementType("JwtExtensions", {
    "AsJwt(string)": (text: string | null) => Jwt.parse(text),
    "TryParseJwt(string, out Jwt)": (text: string | null, result: Ref<Jwt | null>) => {
      result.value = Jwt.parse(text);
      return result.value !== null;
    },
  }),
];
