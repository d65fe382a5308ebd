"use client";

import "./globals.css";

/** The root layout itself failed, and with it the catalogues: the only words outside of them. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-content-center gap-4 p-4 text-center">
        <h1 className="font-bold text-xl">Twofeet tripped</h1>
        <p>What you saved is safe.</p>
        <button type="button" className="button button-primary" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}
