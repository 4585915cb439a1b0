// The little of WASI that a Go reactor asks for: a clock, random bytes and a
// place for the last words of a panic. No files, no arguments, no environment.

const ESUCCESS = 0;
const EBADF = 8;
const EVENT_BYTES = 32;
const SUBSCRIPTION_BYTES = 48;

/** The imports of a module, and what it wrote to standard error. */
export function imports(memory: () => WebAssembly.Memory) {
  let written = "";
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // U+FEFF is a letter like others here
  const view = () => new DataView(memory().buffer);
  const bytes = (at: number, length: number) => new Uint8Array(memory().buffer, at, length);
  const none = (countAt: number, sizeAt: number) => {
    view().setUint32(countAt, 0, true);
    view().setUint32(sizeAt, 0, true);
    return ESUCCESS;
  };
  const wasi = {
    args_get: () => ESUCCESS,
    args_sizes_get: none,
    environ_get: () => ESUCCESS,
    environ_sizes_get: none,
    sched_yield: () => ESUCCESS,
    clock_time_get(id: number, _precision: bigint, at: number) {
      const now = id === 0 ? Date.now() : performance.now();
      view().setBigUint64(at, BigInt(Math.round(now * 1e6)), true);
      return ESUCCESS;
    },
    random_get(at: number, length: number) {
      for (let done = 0; done < length; done += 65536) {
        crypto.getRandomValues(bytes(at + done, Math.min(65536, length - done)));
      }
      return ESUCCESS;
    },
    fd_write(fd: number, vectors: number, count: number, writtenAt: number) {
      if (fd !== 1 && fd !== 2) return EBADF;
      let total = 0;
      for (let i = 0; i < count; i++) {
        const at = view().getUint32(vectors + 8 * i, true);
        const length = view().getUint32(vectors + 8 * i + 4, true);
        written = (written + decoder.decode(bytes(at, length))).slice(-4096);
        total += length;
      }
      view().setUint32(writtenAt, total, true);
      return ESUCCESS;
    },
    // Nothing here takes time: every subscription is due at once.
    poll_oneoff(subscriptions: number, events: number, count: number, dueAt: number) {
      for (let i = 0; i < count; i++) {
        const from = subscriptions + SUBSCRIPTION_BYTES * i;
        const to = events + EVENT_BYTES * i;
        bytes(to, EVENT_BYTES).fill(0);
        bytes(to, 8).set(bytes(from, 8)); // userdata
        view().setUint8(to + 10, view().getUint8(from + 8)); // kind
      }
      view().setUint32(dueAt, count, true);
      return ESUCCESS;
    },
    proc_exit(code: number) {
      throw new Error(`the module ended with code ${code}`);
    },
  };
  return { imports: { wasi_snapshot_preview1: wasi }, written: () => written };
}
