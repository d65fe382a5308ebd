import type { ReactNode } from "react";
import Markdown, { type Components, defaultUrlTransform } from "react-markdown";
import remarkGfm from "remark-gfm";
import { plainMarkdown } from "./plain-markdown";
import "@/components/ui/told.css";

type ProseProps = {
  /** Markdown. What is not Markdown in it (tags, templates, `&amp;`) is shown as it stands. */
  children: string;
  /** BCP 47. */
  lang?: string;
  /** Where the pictures of the entry are, which its text names `attachment:<sha256>`. */
  pictures?: string;
  /** Level of the page's heading above it; those of the text stand below. */
  below?: 1 | 2 | 3;
  /** Other ways to show parts of it: code that is filled in, say. */
  parts?: Components;
};

/** Text of an entry: nothing in it runs, no picture is fetched from elsewhere. On the server and in the browser. */
export function Prose({ children, lang, pictures, below = 1, parts = {} }: ProseProps) {
  return (
    <div className="told" lang={lang}>
      <Markdown
        remarkPlugins={[remarkGfm, plainMarkdown]}
        components={{ ...partsOf(pictures, below), ...parts }}
        urlTransform={(url, key) => (key === "src" && attachment.test(url) ? url : defaultUrlTransform(url))}
      >
        {children}
      </Markdown>
    </div>
  );
}

const attachment = /^attachment:([0-9a-f]{64})$/;

function partsOf(pictures: string | undefined, below: number): Components {
  const level = (own: number) => `h${Math.min(6, own + below)}` as "h2";
  return {
    h1: level(1),
    h2: level(2),
    h3: level(3),
    h4: level(4),
    h5: level(5),
    h6: level(6),
    a: ({ href, children }) => <Elsewhere href={href}>{children}</Elsewhere>,
    img: ({ src, alt }) => <Picture src={String(src ?? "")} alt={alt ?? ""} pictures={pictures} />,
    // a list of things done is a text, not a form
    input: ({ checked }) => <span className="tick">{checked ? "[x]" : "[ ]"}</span>,
    // wide ones are moved, by keyboard too
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
      <div className="wide" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  };
}

/** What stood beside the file it came from is not here: only whole addresses are links. */
function Elsewhere({ href = "", children }: { href?: string | undefined; children: ReactNode }) {
  if (!/^(https?:|mailto:|#)/.test(href)) return <span title={href}>{children}</span>;
  return (
    <a href={href} rel="nofollow noopener noreferrer">
      {children}
    </a>
  );
}

function Picture({ src, alt, pictures }: { src: string; alt: string; pictures: string | undefined }) {
  const [, sha256] = attachment.exec(src) ?? [];
  // biome-ignore lint/performance/noImgElement: it comes from a route that asks who looks
  if (sha256 && pictures) return <img src={`${pictures}/${sha256}`} alt={alt} loading="lazy" />;
  return <Elsewhere href={src}>{alt || src}</Elsewhere>;
}
