import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public interface IFoundry {
    /// The model deployment that the request is for.
    string Deployment { get; }
  }
`);
