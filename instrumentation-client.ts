type Making = {
  createScriptURL: (url: string) => string | null;
  createHTML: (html: string) => string | null;
};

/** What React begins every script with that it makes itself. */
const emptyScript = "<script></script>";
const ours = /^\/(_next\/static\/|sw\.js$)/;

const { trustedTypes } = self as unknown as { trustedTypes?: { createPolicy: (name: string, making: Making) => void } };

// Next runs this before anything else of a page: from here on no text becomes markup, and none an address of a script
// unless it is one of this build or the service worker. The page's policy demands it; who cannot do it does without.
trustedTypes?.createPolicy("default", {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.origin);
    return origin === location.origin && ours.test(pathname) ? url : null;
  },
  createHTML: (html) => (html === emptyScript ? html : null),
});
