import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public interface IPrivateEndpointConnection {
    string GroupId { get; }
    string MemberName { get; }
    string Name { get; }
  }
`);
