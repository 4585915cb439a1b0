// Where dossiers and their files are kept on the device: IndexedDB, which may be full,
// forbidden, or written by another window at any time. A change is made in what stands
// there at that moment, in one transaction. What the device refuses is held in memory, as
// long as the page stands; refused then says so.

const version = 1;

/** dossiers by their id; files by their SHA-256; coming: files that are not hashed yet. */
const stores = ["dossiers", "files", "coming"] as const;

export type StoreName = (typeof stores)[number];

export class Database {
  readonly #name: string | undefined;
  readonly #held = new Map<string, unknown>(); // what the device did not take, by store and key; undefined where it was removed
  readonly #busy = new Map<string, Promise<unknown>>(); // the changes that are under way, by store and key
  #opened: Promise<IDBDatabase | undefined>;
  #reason: string | undefined; // why the device refused last, as browsers name it

  /** @param name undefined where nothing is to be kept on the device */
  constructor(name: string | undefined) {
    this.#name = name;
    this.#opened = this.#open();
  }

  /** Whether the device should keep something and does not. */
  get refused(): boolean {
    return this.#name !== undefined && this.#reason !== undefined;
  }

  /** Whether it refused because it is full. */
  get full(): boolean {
    return this.#reason === "QuotaExceededError";
  }

  /** Resolves once it is known whether the device keeps anything. */
  async ready(): Promise<boolean> {
    return (await this.#opened) !== undefined;
  }

  /** Whether something is in memory only. */
  async holds(store: StoreName, key: string): Promise<boolean> {
    return !(await this.ready()) || this.#held.has(heldKey(store, key));
  }

  async get<T>(store: StoreName, key: string): Promise<T | undefined> {
    const held = heldKey(store, key);
    if (this.#held.has(held)) return this.#held.get(held) as T | undefined;
    return this.#work((database) => done(database.transaction(store).objectStore(store).get(key)) as Promise<T | undefined>);
  }

  /** All keys of a store. */
  async keys(store: StoreName): Promise<string[]> {
    const stored = await this.#work((database) => done(database.transaction(store).objectStore(store).getAllKeys()) as Promise<string[]>);
    const begin = heldKey(store, "");
    const keys = new Set(stored);
    for (const [key, value] of this.#held) {
      if (!key.startsWith(begin)) continue;
      if (value === undefined) keys.delete(key.slice(begin.length));
      else keys.add(key.slice(begin.length));
    }
    return [...keys];
  }

  /**
   * Puts another value in the place of one, which nobody else changes meanwhile; undefined
   * takes it out. Gives what stands there then. Changes of one place are made in turn, as
   * the next has to see what the device refused of the one before.
   */
  change<T>(store: StoreName, key: string, to: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    const place = heldKey(store, key);
    const change = (this.#busy.get(place) ?? Promise.resolve()).then(() => this.#change(store, key, to));
    const settled: Promise<void> = change.then(() => {}, () => {}).then(() => {
      if (this.#busy.get(place) === settled) this.#busy.delete(place);
    });
    this.#busy.set(place, settled);
    return change;
  }

  /** Tries once more to keep what is in memory only: there may be room again. Tells whether all is kept now. */
  async keepHeld(): Promise<boolean> {
    for (const place of [...this.#held.keys()]) {
      const [store, ...key] = place.split("/") as [StoreName, ...string[]];
      await this.change(store, key.join("/"), (value) => value);
    }
    return !this.refused;
  }

  async #change<T>(store: StoreName, key: string, to: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    const held = heldKey(store, key);
    const now = (stored: T | undefined) => (this.#held.has(held) ? (this.#held.get(held) as T | undefined) : stored);
    try {
      if (await this.ready()) {
        const value = await this.#work((database) => inTransaction(database, store, key, (stored: T | undefined) => to(now(stored))));
        this.#held.delete(held);
        if (this.#held.size === 0) this.#reason = undefined;
        return value;
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#reason = error.name;
    }
    const value = to(now(await this.get<T>(store, key).catch(() => undefined)));
    this.#held.set(held, value);
    return value;
  }

  /**
   * Works on the database; undefined where there is none. A phone's browser that was put
   * aside, for the camera say, may have lost its connection: then once more with another.
   */
  async #work<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T | undefined> {
    const opened = this.#opened;
    const database = await opened;
    try {
      return database && (await work(database));
    } catch (error) {
      if (!(error instanceof DOMException) || !lost.includes(error.name)) throw error;
      if (this.#opened === opened) this.#opened = this.#open();
      const again = await this.#opened;
      if (!again) throw error;
      return work(again);
    }
  }

  async #open(): Promise<IDBDatabase | undefined> {
    try {
      return this.#name === undefined ? undefined : await opened(this.#name);
    } catch (error) {
      this.#reason = error instanceof Error ? error.name : "Error";
      return undefined;
    }
  }
}

/** What browsers say where a connection was closed behind the page's back. */
const lost = ["InvalidStateError", "UnknownError"];

const heldKey = (store: StoreName, key: string): string => `${store}/${key}`;

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => stores.filter((store) => !request.result.objectStoreNames.contains(store)).forEach((store) => request.result.createObjectStore(store));
  return done(request).then((database) => {
    database.onversionchange = () => database.close(); // a later version of the form, or one who clears the device, waits for it
    return database;
  });
}

function inTransaction<T>(database: IDBDatabase, store: StoreName, key: string, to: (value: T | undefined) => T | undefined): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, "readwrite", { durability: "relaxed" });
    const place = transaction.objectStore(store);
    const read = place.get(key);
    let value: T | undefined;
    read.onsuccess = () => {
      try {
        value = to(read.result as T | undefined);
        if (value === undefined) place.delete(key);
        else if (value !== read.result) place.put(value, key); // a file is not written anew for nothing
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
    transaction.oncomplete = () => resolve(value);
    // The request knows why it failed before the transaction does.
    transaction.onerror = ({ target }) => reject((target as IDBRequest).error);
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new DOMException("blocked", "InvalidStateError"));
});
