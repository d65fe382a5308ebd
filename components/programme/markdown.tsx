import Markdown, { type Components } from "react-markdown";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import "@/components/ui/told.css";

/** No picture is fetched from elsewhere, no form, no style; everything else as on GitHub. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !["img", "input", "picture", "source"].includes(tag)),
};

/** Headings of a text stand below those of its page. */
const components: Components = {
  h1: "h3",
  h2: "h3",
  h3: "h4",
  h4: "h5",
  a: ({ href, children }) => (
    <a href={href} rel="nofollow noopener noreferrer">
      {children}
    </a>
  ),
};

/** Text of strangers, Markdown with HTML in it: kept as it came, made safe here. */
export function Text({ children }: { children: string }) {
  return (
    <div className="told">
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeRaw, [rehypeSanitize, schema]]}
        components={components}
      >
        {children.replace(shortcodes, "")}
      </Markdown>
    </div>
  );
}

/** Hugo's `{{< youtube … >}}` and `{{% … %}}` mean nothing here. */
const shortcodes = /\{\{[<%][\s\S]*?[>%]\}\}/g;
