import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public interface IWorkspace {
    string Id { get; }
    string Name { get; }
  }
`);
