import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text;
  /// A Unicode normalization form.
  public enum NormalizationForm {
    FormC = 1,
    FormD = 2,
    FormKC = 5,
    FormKD = 6
  }
`);
