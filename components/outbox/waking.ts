/** `twofeet:back`: the server was heard again, whatever the browser believes of its network. */
const wakers = ["online", "pageshow", "focus", "twofeet:back"] as const;

/** Works whenever the network or the person may be back, and the page is seen. */
export function onWaking(work: () => void) {
  const wake = () => {
    if (document.visibilityState !== "hidden") work();
  };
  for (const name of wakers) addEventListener(name, wake);
  document.addEventListener("visibilitychange", wake);
}
