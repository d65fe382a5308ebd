import type { EntityKind } from "@/lib/sanitise/input";

type Pattern = {
  kind: EntityKind;
  /** With a group where only a part of what it matches is the thing. */
  find: RegExp;
  /** Answers whether it really is one. */
  is?: (term: string) => boolean;
};

const octets = (term: string) =>
  term
    .split(/[./]/)
    .slice(0, 4)
    .every((part) => Number(part) <= 255);
/** At least two of its groups, and not a time of day. */
const isIpv6 = (term: string) =>
  /::/.test(term) ? /[0-9a-f]{2}/i.test(term) && (term.match(/::/g)?.length ?? 0) === 1 : term.split(":").length === 8;

const internal = "internal|local|localdomain|lan|corp|intra|intranet|home|private|consul|svc|test|cluster";
const domains =
  "com|net|org|io|dev|cloud|app|co|ai|tech|info|biz|eu|uk|de|fr|nl|be|es|it|ch|at|se|no|dk|fi|pl|pt|ie|cz|us|ca|au|nz|jp|in|br|za|me|tv|gov|edu|mil|int|online|systems|software|network|digital|services|page|sh|gg";
const roles =
  "web|db|app|api|srv|svr|server|host|node|master|worker|redis|kafka|zk|zookeeper|etcd|mysql|maria|pg|postgres|psql|cache|proxy|lb|haproxy|nginx|jenkins|puppet|mail|smtp|mx|dns|ns|gw|vpn|fw|bastion|jump|es|elastic|mongo|cassandra|rabbit|mq|queue|build|ci|runner|prod|prd|stg|staging|stage|uat|qa|batch|cron|log|graphite|grafana|prometheus|consul|vault|nomad|k8s|kube|esx|vm|nas|san|nfs|backup";
/** Names of standards, regions and sizes that look like a ticket or a host. */
const standard =
  /^(CVE|CWE|RFC|ISO|IEC|IEEE|ANSI|UTF|SHA|MD|AES|RSA|TLS|SSL|HTTP|IPV|COVID|GPT|RHEL|EL|US|EU|AP|SA|CA|ME|AF|UTC|GMT|T|P|SEV|PHASE|STEP|PART|LAYER|L|V|WIN|X|ARM|EC|DDR|USB|CAT|PEP|JEP|KEP|BCP|STD|ASCII|LATIN|CP|WINDOWS|ED|P2P|S|Q|H|CC|GPL|LGPL|AGPL|MPL|APACHE|BSD|EPL|YYYY)-?\d/i;

/** How things look that tell of somebody, in the order in which they are looked for. */
export const patterns: readonly Pattern[] = [
  { kind: "secret", find: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g },
  { kind: "secret", find: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g },
  {
    kind: "secret",
    find: /(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|auth(?:orization)?|bearer|credential)s?["']?\s*(?:[:=]|\bis\b|bearer\b)\s*(?:bearer\s+|basic\s+)?["'`]?([^\s"'`,;<>(){}[\]|]{6,})/gi,
    is: (term) =>
      !/^(\$|%|\*|x+$|\.{3}|true|false|null|none|required|optional|redacted|changeme|example|string|secretref|https?:|[\w-]+[=:]$)/i.test(
        term,
      ),
  },
  { kind: "secret", find: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'<>]+:([^\s/@"'<>{}$]{3,})@/gi },
  {
    kind: "mail",
    find: /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}/gu,
    is: (term) => !/^(root|admin|git|ubuntu|centos|debian|ec2-user|core|vagrant|deploy|user|postgres)@/i.test(term),
  },
  {
    kind: "url",
    find: /\b(?:https?|wss?|ftp|ssh|git|s3|gs|jdbc:\w+|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqps?|ldaps?|nfs|smb):\/\/[^\s<>"'`|\\^{}\])]+[^\s<>"'`|\\^{}\]).,;:!?*_]/gi,
  },
  { kind: "address", find: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d]|\.\d)/g, is: octets },
  { kind: "address", find: /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\/\d{1,3})?(?![\w:])/gi, is: isIpv6 },
  { kind: "address", find: /\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/gi },
  { kind: "resource", find: /\barn:aws[\w-]*:[^\s"'`,)]+/g },
  {
    kind: "resource",
    find: /\b(?:i|vpc|sg|subnet|vol|ami|eni|rtb|igw|nat|eipalloc|snap|acl|lt|tgw|fs)-[0-9a-f]{8,17}\b/g,
  },
  { kind: "resource", find: /\b\d{12}(?=\.dkr\.ecr\b)|(?<=\baccount(?: id)?[ :=#]{1,3})\d{12}\b/gi },
  {
    kind: "host",
    find: new RegExp(
      `(?<![\\w/.-])(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\\.)+(?:${internal})(?:\\.(?:${internal}|${domains}))*\\b(?![-\\w]|\\.\\w)`,
      "gi",
    ),
  },
  {
    kind: "host",
    find: new RegExp(
      `(?<![\\w/.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${domains})\\b(?![-\\w]|\\.\\w|\\()`,
      "gi",
    ),
    is: (term) => !/^[^.]+\.(sh|pl|app|page|in|is|so|me|info|int|test)$/i.test(term),
  },
  { kind: "host", find: /\bip-\d{1,3}(?:-\d{1,3}){3}\b/gi },
  {
    kind: "host",
    find: new RegExp(
      `(?<![\\w.@/-])(?:[a-z][a-z0-9]*[-_])*(?:${roles})(?:[-_][a-z0-9]+)*[-_]?\\d{1,4}[a-z]?(?:[-_][a-z0-9]+)*(?![\\w]|-\\w|\\.\\d)`,
      "gi",
    ),
    is: (term) =>
      !standard.test(term) &&
      !/^(es\d|k8s|v\d|log4j\d?|db2|node\d\d?|pg\d\d?|postgres\d\d?|mysql\d|ns\d{3,})$/i.test(term),
  },
  { kind: "handle", find: /<@[UW][A-Z0-9]{6,}>/g },
  {
    kind: "handle",
    find: /(?<![\w@/.`])@[A-Za-z0-9](?:[\w-]|\.(?=\w)){1,38}(?![\w/]|@|\()/g,
    is: (term) =>
      !/^@(media|import|override|property|param|return|returns|deprecated|test|before|after|todo|see|since|throws|type|here|channel|everyone|all|example|latest|beta|next|keyframes|supports|font-face|charset|echo|version)$/i.test(
        term,
      ),
  },
  { kind: "ticket", find: /\b[A-Z][A-Z0-9]{1,9}-\d{1,7}\b/g, is: (term) => !standard.test(term) },
  { kind: "ticket", find: /\b(?:INC|CHG|PRB|REQ|RITM|TASK|CASE|TICKET)[ #-]?\d{4,10}\b/gi },
  { kind: "ticket", find: /(?<![\w&/])#\d{3,7}\b/g },
  {
    kind: "money",
    find: /(?<![\w$])(?:[$€£¥]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN)\s?)\d[\d.,' ]*\d?(?:\s?(?:k|m|mm|mn|bn|b|thousand|million|billion|mio|mrd))?\b/gi,
    is: (term) => !/^\$\d$/.test(term),
  },
  {
    kind: "money",
    find: /\b\d[\d.,']*\s?(?:k|m|mn|bn|thousand|million|billion|mio|mrd)?\s?(?:[$€£¥]|(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|dollars?|euros?|pounds)\b)/gi,
  },
  { kind: "phone", find: /(?<![\w+])(?:\+|00)\d{1,3}[ ().-]{0,2}\d[\d ().-]{5,14}\d(?![\w])/g },
  {
    kind: "customer",
    find: /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&'-]+ ){0,3}\p{Lu}[\p{L}\p{N}&'-]+),? (?:GmbH|Inc|Ltd|LLC|B\.?V|N\.?V|AG|S\.?A|SAS|SARL|plc|PLC|Corp|Co|KG|SE|Oy|AB|ApS|S\.?L|S\.?r\.?l)\b/gu,
  },
  {
    kind: "customer",
    find: /\b(?:[Cc]ustomers?|[Cc]lients?|[Tt]enants?|[Kk]unden?|[Kk]lanten?|[Cc]lientes?)(?: called| named|:)? ["“„']?(\p{Lu}[\p{L}\p{N}&'-]+(?: \p{Lu}[\p{L}\p{N}&'-]+){0,2})/gu,
    is: (term) =>
      !/^(The|A|An|In|On|At|We|It|This|That|Support|Service|Success|Impact|Facing|Reported|Requests?|Traffic|Data|API|ID|IDs|VPN|HTTP|TLS|SSL|DNS|And|Or|Were|Was|Who|Could|Is|Are|IPs?|Nodes?|Clusters?)\b/.test(
        term,
      ),
  },
];
