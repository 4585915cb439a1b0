// Back leads from a page to the list of tasks, and from there to the dossiers: each is an
// entry in the page's history, at the page's own address. A page with a router keeps what
// it needs in the state of its entries: there the form leaves the history alone.

const key = "ocop-dossier";

/** Where a person is: in no dossier, at a dossier's tasks, or on one of its pages. */
export interface At {
  id: string | null;
  page: string | null;
}

export const home: At = { id: null, page: null };

export class Trail {
  readonly #name: string;
  readonly #isOn: () => boolean;

  /** @param name that of the form: there may be several in a page */
  constructor(name: string, isOn: () => boolean) {
    this.#name = name;
    this.#isOn = isOn;
  }

  /** Where an entry of the history leads; undefined where it says nothing of it. */
  at(state: unknown): At | undefined {
    const { id, page } = (this.#isOn() && (placesIn(state)[this.#name] as Partial<At> | undefined)) || {};
    const isText = (value: unknown) => value === null || typeof value === "string";
    return isText(id) && isText(page) ? { id: id as string | null, page: page as string | null } : undefined;
  }

  /** A person went from one place to another. */
  go(from: At, to: At): void {
    if (!this.#isOn() || (from.id === to.id && from.page === to.page) || !isFree(history.state)) return;
    try {
      history.replaceState(this.#with(from), "");
      history.pushState(this.#with(to), "");
    } catch {
      // A browser may refuse so many entries, or any in a frame: then there is no way back.
    }
  }

  #with(at: At): unknown {
    return { [key]: { ...placesIn(history.state), [this.#name]: at } };
  }
}

const placesIn = (state: unknown): Readonly<Record<string, unknown>> => (state as { [key]?: Record<string, unknown> } | null)?.[key] ?? {};

/** Whether an entry is nobody's, or ours alone. */
const isFree = (state: unknown): boolean => state === null || (typeof state === "object" && Object.keys(state).join() === key);
