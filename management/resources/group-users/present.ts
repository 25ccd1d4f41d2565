import type { Present } from "../behaviour";
import { linkedIn } from "../linked";
import { withRegistration } from "../users/present";

export const present: Present = async ({ document, resource, read }) => {
  const user = await read.read(linkedIn("users", document.id));
  if (user === null) return resource;
  const { password: _password, ...properties } = user.properties;
  return { ...resource, properties: withRegistration({ document: user, resource: { ...resource, properties } }) };
};
