// Back leads the way that a person came within a form, forward there again: each place is
// an entry in the page's history, at the page's own address. A page with a router keeps
// what it needs in the state of its entries: there the form leaves the history alone.

const kinds = ["ocop-score", "ocop-dossier"] as const;

interface TrailOptions<Place> {
  /** What forms of a kind keep their places under. */
  kind: (typeof kinds)[number];
  /** That of the form: there may be several in a page. */
  name: string;
  isOn: () => boolean;
  /** The place that a value of an entry stands for; undefined where it stands for none. */
  placeIn: (value: unknown) => Place | undefined;
}

export class Trail<Place> {
  readonly #options: TrailOptions<Place>;

  constructor(options: TrailOptions<Place>) {
    this.#options = options;
  }

  /** The place that an entry of the history stands for; undefined where it says nothing of it. */
  at(state: unknown): Place | undefined {
    const { isOn, name, placeIn } = this.#options;
    return isOn() ? placeIn(this.#places(state)[name]) : undefined;
  }

  /** A person went from one place to another. */
  go(from: Place, to: Place): void {
    if (!this.#options.isOn() || JSON.stringify(from) === JSON.stringify(to) || !isFree(history.state)) return;
    try {
      history.replaceState(this.#with(from), "");
      history.pushState(this.#with(to), "");
    } catch {
      // A browser may refuse so many entries, or any in a frame: then there is no way back.
    }
  }

  #with(place: Place): unknown {
    return { ...(history.state as object | null), [this.#options.kind]: { ...this.#places(history.state), [this.#options.name]: place } };
  }

  #places(state: unknown): Readonly<Record<string, unknown>> {
    return (state as Record<string, Record<string, unknown>> | null)?.[this.#options.kind] ?? {};
  }
}

/** Whether an entry is nobody's, or forms' alone. */
function isFree(state: unknown): boolean {
  if (state === null) return true;
  const names = typeof state === "object" ? Object.keys(state) : [];
  return names.length > 0 && names.every((name) => (kinds as readonly string[]).includes(name));
}
