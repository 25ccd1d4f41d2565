import type { UserFacts } from "@/policy/exchange";
import { dateOf } from "@/policy/kits/message/date-of";
import { newArray } from "@/policy/kits/object/new-array";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IUser", {
  Email: (user: UserFacts) => user.email,
  FirstName: (user: UserFacts) => user.firstName,
  Groups: (user: UserFacts) => newArray("IGroup", [...user.groups]),
  Id: (user: UserFacts) => user.id,
  Identities: (user: UserFacts) => newArray("IUserIdentity", [...user.identities]),
  LastName: (user: UserFacts) => user.lastName,
  Note: (user: UserFacts) => user.note,
  RegistrationDate: (user: UserFacts) => dateOf(user.registeredAt) ?? NetDateTime.min,
});
