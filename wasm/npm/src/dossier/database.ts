// Where dossiers and their files are kept on the device: IndexedDB, which may be full,
// forbidden, or written by another window at any time. A change is made in what stands
// there at that moment, in one transaction. What the device refuses is held in memory, as
// long as the page stands; refused then says so.

const version = 1;

/** dossiers by their id; files by their SHA-256; coming: files that are not hashed yet. */
const stores = ["dossiers", "files", "coming"] as const;

export type StoreName = (typeof stores)[number];

export class Database {
  readonly #opened: Promise<IDBDatabase | undefined>;
  readonly #held = new Map<string, unknown>(); // what the device did not take, by store and key; undefined where it was removed
  #isRefused = false;

  /** @param name undefined where nothing is to be kept on the device */
  constructor(name: string | undefined) {
    this.#opened = name === undefined ? Promise.resolve(undefined) : opened(name).catch(() => {
      this.#isRefused = true;
      return undefined;
    });
  }

  /** Whether the device should keep something and does not. */
  get refused(): boolean {
    return this.#isRefused;
  }

  /** Resolves once it is known whether the device keeps anything. */
  async ready(): Promise<boolean> {
    return (await this.#opened) !== undefined;
  }

  async get<T>(store: StoreName, key: string): Promise<T | undefined> {
    const held = heldKey(store, key);
    if (this.#held.has(held)) return this.#held.get(held) as T | undefined;
    const database = await this.#opened;
    return database && (await done(database.transaction(store).objectStore(store).get(key))) as T | undefined;
  }

  /** All keys of a store. */
  async keys(store: StoreName): Promise<string[]> {
    const database = await this.#opened;
    const stored = database ? ((await done(database.transaction(store).objectStore(store).getAllKeys())) as string[]) : [];
    const begin = heldKey(store, "");
    const keys = new Set(stored);
    for (const [key, value] of this.#held) {
      if (!key.startsWith(begin)) continue;
      if (value === undefined) keys.delete(key.slice(begin.length));
      else keys.add(key.slice(begin.length));
    }
    return [...keys];
  }

  /** Puts another value in the place of one, which nobody else changes meanwhile; undefined takes it out. Gives what stands there then. */
  async change<T>(store: StoreName, key: string, to: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    const held = heldKey(store, key);
    const database = await this.#opened;
    if (database) {
      try {
        const value = await inTransaction(database, store, key, (stored: T | undefined) => to(this.#held.has(held) ? (this.#held.get(held) as T | undefined) : stored));
        this.#held.delete(held);
        this.#isRefused = false;
        return value;
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        this.#isRefused = true;
      }
    }
    const value = to(this.#held.has(held) ? (this.#held.get(held) as T | undefined) : await this.get<T>(store, key).catch(() => undefined));
    this.#held.set(held, value);
    return value;
  }
}

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
        else place.put(value, key);
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
    transaction.oncomplete = () => resolve(value);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new DOMException("blocked", "InvalidStateError"));
});
