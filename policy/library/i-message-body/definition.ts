import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The body of a request or response.
  public interface IMessageBody {
    /// The body as a string, byte[], JObject, JToken, JArray, XNode, XElement or XDocument. Unless the content is
    /// preserved, it can be read but once.
    T As<T>(bool preserveContent = false);
    /// The values of a form by their names.
    IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false);
  }
  public static class FormUrlEncodedExtensions {
    /// The form as text, with names and values encoded.
    static string ToFormUrlEncodedContent(this IDictionary<string, IList<string>> form);
  }
`);
