/** Documents that use all that this version knows, each fine at every scope. */
export const samples: readonly string[] = [
  `<policies>
  <!-- a comment -->
  <inbound>
    <base />
    <set-backend-service base-url="https://{{host}}/v1" />
    <set-header name="X-A" exists-action="append" id="a"><value>1</value><value>{{value}}</value></set-header>
    <choose id="c">
      <when condition="false"><set-header name="X-B" exists-action="delete" /></when>
      <when condition="@(true)"><set-body>@(false)</set-body></when>
      <otherwise><return-response><set-status code="418" /></return-response></otherwise>
    </choose>
  </inbound>
  <backend><choose><when condition="true"><forward-request timeout="30" follow-redirects="true" /></when></choose></backend>
  <outbound>
    <base />
    <set-header name="{{name}}" exists-action="{{action}}"><value>@(true)</value></set-header>
    <set-status code="201" reason="Created &amp; kept" />
  </outbound>
  <on-error><base /><include-fragment fragment-id="shared" /></on-error>
</policies>`,
  `<policies><inbound><set-backend-service backend-id="orders" /><set-body template="none" xsi-nil="null"><a b="{{value}}">&lt;</a></set-body></inbound>
  <backend><forward-request timeout-ms="500" buffer-response="false" http-version="2or1" fail-on-error-status-code="1" /></backend>
  <outbound><return-response response-variable-name="v"><set-status code="200" reason="OK" /><set-header name="A" /><set-body><![CDATA[<x/>]]></set-body></return-response></outbound>
  <on-error><set-status code="500" reason="" /><set-body>{"a": "{{value}}"}</set-body></on-error></policies>`,
  `<policies><backend><set-backend-service base-url="http://a.example" /></backend><on-error><choose><when condition="{{flag}}"><return-response /></when></choose></on-error></policies>`,
];
