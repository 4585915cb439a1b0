// The dossier at hand: what is entered, kept as it is typed. What other windows write
// comes in as it is seen, and nothing of either is lost.

import type { Kept, Store } from "./store.js";
import { isSame, merged, valueAt, withValue, type Json, type Table } from "./tree.js";

export class Work {
  readonly id: string;
  readonly ticked: Readonly<Record<string, string[]>>;
  readonly #store: Store;
  readonly #onChange: () => void;
  #draft: Table;
  #base: Table; // what is known to be kept
  #saving: Promise<void> | undefined;
  #isUnsaved = false;

  /** @param onChange called when the draft is another, whoever changed it */
  constructor(store: Store, { id, dossier, ticked = {} }: Kept, onChange: () => void) {
    this.id = id;
    this.ticked = ticked;
    this.#store = store;
    this.#draft = this.#base = dossier;
    this.#onChange = onChange;
  }

  get draft(): Table {
    return this.#draft;
  }

  value(pointer: string): Json | undefined {
    return valueAt(this.#draft, pointer);
  }

  /** Enters values as one change; undefined takes one away. */
  enter(values: Readonly<Record<string, Json | undefined>>): void {
    this.put(Object.entries(values).reduce((draft, [pointer, value]) => withValue(draft, pointer, value), this.#draft));
  }

  /** Puts another draft in the place of this one. */
  put(draft: Table): void {
    if (isSame(draft, this.#draft)) return;
    this.#draft = draft;
    this.#isUnsaved = true;
    this.#onChange();
    this.#saving ??= this.#save();
  }

  /** Takes up what another window wrote. */
  async follow(): Promise<void> {
    await this.#saving;
    const stored = await this.#store.find(this.id);
    if (stored) this.#takeUp(this.#base, stored.dossier);
  }

  /** Resolves once all is kept that was entered. */
  async kept(): Promise<void> {
    await this.#saving;
  }

  /** The page goes, and may not come back: what is still being written is left where the next one finds it. */
  leave(): void {
    if (this.#saving) this.#store.leave(this.id, this.#base, this.#draft);
  }

  /** Writes until nothing is left to be written; what is typed meanwhile goes with the next round. */
  async #save(): Promise<void> {
    while (this.#isUnsaved) {
      this.#isUnsaved = false;
      const mine = this.#draft;
      this.#takeUp(mine, await this.#store.change(this.id, this.#base, mine));
    }
    this.#saving = undefined;
    this.#store.forget(this.id);
  }

  #takeUp(mine: Table, stands: Table): void {
    this.#base = stands;
    const draft = merged(mine, this.#draft, stands) as Table | undefined;
    if (isSame(draft, this.#draft)) return;
    this.#draft = draft ?? {};
    this.#onChange();
  }
}
