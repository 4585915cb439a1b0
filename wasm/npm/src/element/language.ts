// The language of the place where the form stands.

/** The language tag that holds for an element: its own, or that of what it stands in, beyond shadow roots too. */
export function tagOf(element: Element): string | null {
  for (const place of places(element)) {
    const named = place.closest("[lang]");
    if (named) return named.getAttribute("lang");
  }
  return null;
}

/** Has an observer told of each language tag that changes where an element stands. */
export function watchTags(element: Element, observer: MutationObserver): void {
  for (const place of places(element)) observer.observe(place.getRootNode(), { subtree: true, attributeFilter: ["lang"] });
}

/** The element, and the hosts of the shadow roots that it stands in. */
function* places(element: Element): Generator<Element> {
  yield element;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) yield* places(root.host);
}
