import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Snapshot } from "../feed";

export type Encoding = "br" | "gzip" | "identity";

const compressors = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 6 }),
  identity: async (text: string) => Buffer.from(text),
};

/** One snapshot as it goes over the wire, compressed at most once however many ask. */
export class Body {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  private readonly made = new Map<Encoding, Buffer>();

  constructor(
    private readonly snapshot: Snapshot,
    readonly etag: string,
  ) {}

  ready(encoding: Encoding) {
    return this.made.get(encoding);
  }

  in(encoding: Encoding) {
    const known = this.encoded.get(encoding);
    if (known) return known;
    const made = compressors[encoding](JSON.stringify(this.snapshot)).then((buffer) => {
      this.made.set(encoding, buffer);
      return buffer;
    });
    this.encoded.set(encoding, made);
    return made;
  }
}

/** The best of what a client says that it reads. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted?.includes("br")) return "br";
  return accepted?.includes("gzip") ? "gzip" : "identity";
}
