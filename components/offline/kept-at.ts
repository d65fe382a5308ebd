/** When the page that is shown was kept on this phone (milliseconds); null when it came from the network. */
export function keptAt() {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="twofeet-kept"]');
  return mark ? Date.parse(mark.content) : null;
}
