/** Places that everybody refers to, so that naming them tells nothing of who writes. */
const known =
  /(^|[./@])(github\.com|gitlab\.com|wikipedia\.org|kubernetes\.io|k8s\.io|prometheus\.io|grafana\.com|postgresql\.org|mysql\.com|mariadb\.org|redis\.io|apache\.org|nginx\.org|haproxy\.org|python\.org|pypi\.org|npmjs\.com|nodejs\.org|golang\.org|go\.dev|rust-lang\.org|debian\.org|ubuntu\.com|redhat\.com|kernel\.org|man7\.org|ietf\.org|rfc-editor\.org|w3\.org|mozilla\.org|google\.com|sre\.google|googleapis\.com|docs\.aws\.amazon\.com|aws\.amazon\.com|learn\.microsoft\.com|docs\.microsoft\.com|azure\.com|cloudflare\.com|hashicorp\.com|terraform\.io|ansible\.com|puppet\.com|jenkins\.io|docker\.com|docker\.io|quay\.io|helm\.sh|envoyproxy\.io|istio\.io|stackoverflow\.com|serverfault\.com|stackexchange\.com|youtube\.com|readthedocs\.io|creativecommons\.org|spdx\.org|example\.(com|org|net)|pagerduty\.com|atlassian\.com|letsencrypt\.org|tldr\.sh|devopsdays\.org)(?=[/:?#]|$)/i;

/** Pages of such places that tell of a day, a person or a company all the same. */
const telling =
  /git(hub|lab)\.com\/[^/?#\s]+\/?$|github\.com\/[^/]+\/[^/]+\/(issues?|pull|commits?|discussions|actions|security)\b|gitlab\.com\/.*\/-\/|user-attachments|gist\.github|(docs|drive|meet|calendar|console\.cloud)\.google\.com|(console|signin)\.aws\.amazon|portal\.azure|youtube\.com\/watch|pagerduty\.com\/incidents|atlassian\.com\/(browse|wiki)|status\.cloud/i;

/** Whether a host or a whole address is one that tells nothing. */
export const isWellKnown = (term: string) =>
  !telling.test(term) && known.test(term.replace(/^([\w+:.-]+:\/\/(?:[^@/]*@)?[^/?#]*).*$/, "$1"));
