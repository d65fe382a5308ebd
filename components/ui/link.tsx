import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the app. Its page is fetched when it is followed: fetching all that are in sight would cost a phone
 * twenty requests a page, and a hall that arrives at once ten thousand.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
