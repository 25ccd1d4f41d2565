const linesOfLead = 3;

/** A document of at least so many lines, of what policies are mostly made of: headers, conditions, expressions, remarks. */
export function longPolicy(lines: number): { text: string; lines: number; cards: number } {
  const head = ["<policies>", "    <inbound>", "        <base />"];
  const tail = [
    ...["    </inbound>", "    <backend>", "        <base />", "    </backend>", "    <outbound>", "        <base />"],
    ...["    </outbound>", "    <on-error>", "        <base />", "    </on-error>", "</policies>", ""],
  ];
  const body: string[] = [];
  let cards = 4;
  for (let count = 0; body.length < lines - linesOfLead - tail.length; count++) {
    body.push(
      `        <!-- Step ${count}: what callers of this kind are told -->`,
      `        <set-header name="x-step-${count}" exists-action="override">`,
      `            <value>@(context.Request.Headers.GetValueOrDefault("x-in-${count}", "none"))</value>`,
      "        </set-header>",
      `        <set-variable name="step${count}" value="@(context.RequestId.ToString() + &quot;-${count}&quot;)" />`,
    );
    cards += 2;
    if (count % 5 !== 0) continue;
    body.push(
      "        <choose>",
      `            <when condition="@(context.Request.Method == &quot;POST&quot; &amp;&amp; context.Variables.ContainsKey(&quot;step${count}&quot;))">`,
      `                <set-query-parameter name="q${count}" exists-action="override">`,
      "                    <value>@{",
      `                        var text = (string)context.Variables["step${count}"];`,
      "                        return text.Length > 3 ? text.Substring(0, 3) : text;",
      "                    }</value>",
      "                </set-query-parameter>",
      "            </when>",
      "            <otherwise>",
      `                <rewrite-uri template="/items/${count}" />`,
      "            </otherwise>",
      "        </choose>",
    );
    cards += 5;
  }
  const all = [...head, ...body, ...tail];
  return { text: all.join("\n"), lines: all.length - 1, cards };
}
