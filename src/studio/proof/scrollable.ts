/** As a ref: lets the keyboard scroll what may hold nothing that takes the focus. */
export function scrollable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0
}
