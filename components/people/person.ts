export type Role = "owner" | "editor" | "reader";
export const roles: readonly Role[] = ["owner", "editor", "reader"];

/** Somebody who may sign in. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** "claim": the sign-in provider gives it, at each sign-in. */
  roleFrom: "here" | "claim";
  disabled: boolean;
  signIn: "password" | "openIdConnect" | "invited";
  createdAt: string;
  signedInAt: string | null;
}

/** A password that was made for somebody, to be handed over. */
export interface MadePassword {
  email: string;
  password: string;
}

export interface PersonList {
  value: Person[];
}

export const stateOfPerson = ({ disabled, signIn }: Person): "active" | "invited" | "disabled" =>
  disabled ? "disabled" : signIn === "invited" ? "invited" : "active";

const isActiveOwner = (person: Person): boolean => person.role === "owner" && stateOfPerson(person) === "active";

/** Without this person nobody could administer the installation: the server refuses to let them go. */
export const isLastOwner = (person: Person, people: readonly Person[]): boolean =>
  isActiveOwner(person) && !people.some((each) => each.id !== person.id && isActiveOwner(each));

/** The roles that somebody of this role may hand out. */
export const rolesUpTo = (role: Role): readonly Role[] => roles.slice(roles.indexOf(role));
