type Renderings = readonly [de: string, sv: string, es: string, ko: string, zh: string];

const order = ["de", "sv", "es", "ko", "zh-CN"] as const;
export type Translated = (typeof order)[number];

/** The words of API Management as its localised portal says them: patterns of what may stand for each, any case. */
const terms: Readonly<Record<string, Renderings>> = {
  policy: ["richtlini", "princip", "directiva", "정책", "策略"],
  fragment: ["fragment", "fragment", "fragmento", "조각", "片段"],
  backend: ["back-end", "serverdel", "backend", "백엔드", "后端"],
  gateway: ["gateway", "gateway", "puertas? de enlace", "게이트웨이", "网关"],
  "named value": ["benannte[rnms]? wert", "namngiv(et|na) värden?", "valor(es)? con nombre", "명명된 값", "命名值"],
  subscription: ["abonnement", "prenumeration", "suscripci", "구독", "订阅"],
  product: ["produkt", "produkt", "producto", "제품", "产品"],
  operation: ["vorg[aä]ng", "åtgärd", "operaci", "작업", "操作"],
  scope: ["bereich", "omfång", "ámbito", "범위", "范围"],
  request: ["anforderung", "begära", "solicitud", "요청", "请求"],
  response: ["antwort", "svar", "respuesta", "응답", "响应"],
  header: ["header", "huvud", "encabezado", "헤더", "标头"],
  "query parameter": [
    "abfrageparameter",
    "frågeparamet",
    "parámetros? de (la )?consulta",
    "쿼리 매개 변수",
    "查询参数",
  ],
  certificate: ["zertifikat", "certifikat", "certificado", "인증서", "证书"],
  draft: ["entw[uoü]rf", "utkast", "borrador", "초안", "草稿"],
  publish: ["veröffentlich", "publicer", "publi(c|qu)", "게시", "发布"],
  revision: ["rev(ision|\\.)", "rev(ision|\\.)", "rev(isi|\\.)", "수정 버전", "修订"],
  release: ["release", "lansering", "publicaci", "릴리스", "发布"],
  "version set": ["versionssatz", "versionsuppsättning", "conjuntos? de versiones", "버전 집합", "版本集"],
  environment: ["umgebung", "miljö", "entorno", "환경", "环境"],
  trace: ["verfolg", "spår", "segu(imiento|ir)", "추적", "跟踪"],
  expression: ["ausdr[uü]ck", "uttryck", "expresi", "식", "表达式"],
  variable: ["variable", "variab", "variable", "변수", "变量"],
  "key vault": ["schlüsseltresor", "nyckelvalv", "almac[eé]n(es)? de claves", "키 자격 증명 모음", "密钥保管库"],
  secret: ["geheim", "hemlig", "secret", "비밀", "机密"],
  password: ["kennw[oö]rt", "lösenord", "contraseña", "암호", "密码"],
  token: ["token", "token", "token", "토큰", "令牌"],
  issuer: ["ausstell", "utfärd", "emisor", "발급", "颁发"],
  audience: ["zielgruppe", "målgrupp", "audiencia", "대상", "受众"],
  claim: ["anspr[uü]ch", "anspråk", "notificaci", "클레임", "声明"],
  cache: ["cache|zwischenspeicher|zwischengespeichert", "cache", "caché", "캐시|캐싱", "缓存"],
  quota: ["kontingent", "kvot", "cuota", "할당량", "配额"],
  "status code": ["statuscode", "statuskod", "códigos? de estado", "상태 코드", "状态代码"],
  resolver: ["resolver", "matchare", "solucionador", "확인자", "解析程序"],
  schema: ["schema", "schema", "esquema", "스키마", "架构"],
  user: ["benutzer", "användar", "usuario", "사용자", "用户"],
  group: ["grupp", "grupp", "grup|agrup", "그룹|묶", "组"],
  tag: ["tag", "tagg", "etiqueta", "태그", "标记"],
  owner: ["besitzer", "ägare", "propietario", "소유자", "所有者"],
  attribute: ["attribut", "attribut", "atributo", "특성", "属性"],
  undo: ["rückgängig", "ångra", "desha[cg]|deshicier", "취소", "撤消"],
  "sign in": ["meld", "logga|inlogg", "sesión", "로그인", "登录"],
  console: ["konsole", "konsol", "consola", "콘솔", "控制台"],
  condition: ["bedingung", "villkor", "condici", "조건", "条件"],
};

export const glossary = Object.entries(terms).map(([term, renderings]) => ({
  term,
  inEnglish: new RegExp(`(?<![\\w./-])${term.replace(/y$/, "(?:y|ies)")}(?:s|es|e?d|ing)?(?![\\w/=-])`, "i"),
  renderings: new Map(order.map((locale, at) => [locale, new RegExp(renderings[at] ?? "", "i")])),
}));
