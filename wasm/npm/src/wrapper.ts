// What the components for React and Vue share.

import { failure } from "./problems.js";

/** Brings a form's own script, the file of this name; where it does not come, the form's element says so. */
export function bringForm(form: () => HTMLElement | null, name: string, bring: () => Promise<unknown>): void {
  bring().catch(({ message }: Error) => {
    const { problems } = failure("MODULE-04", { name, reason: message });
    form()?.dispatchEvent(new CustomEvent("ocop-error", { detail: { problems } }));
  });
}

/**
 * Gives a form the document that a page gives its component, where it is news. A page that
 * writes the same anew with each rendering means the same, and must not take away what was
 * entered since. One that gives back what the form told says nothing that the form does not
 * know, and somebody may have typed on. What is undefined says nothing at all.
 */
export class Giving {
  readonly #form: () => HTMLElement;
  readonly #member: string;
  #given: string | undefined;
  #told: string | undefined;

  /** @param member the property of the form that holds the document; its events have it too */
  constructor(form: () => HTMLElement, member: string) {
    this.#form = form;
    this.#member = member;
  }

  give(document: unknown): void {
    const content = contentOf(document);
    if (content === undefined || content === this.#given) return;
    this.#given = content;
    if (content !== this.#told || !this.#isAnythingAtHand) Object.assign(this.#form(), { [this.#member]: document });
  }

  /** The form told what it holds. */
  heard({ detail }: CustomEvent): void {
    this.#told = contentOf((detail as Record<string, unknown>)[this.#member]);
  }

  get #isAnythingAtHand(): boolean {
    return Boolean((this.#form() as unknown as Record<string, unknown>)[this.#member]);
  }
}

/** What a document says. What cannot be read is left to the form, which tells of it. */
export function contentOf(document: unknown): string | undefined {
  try {
    return JSON.stringify(document);
  } catch {
    return "unreadable";
  }
}
