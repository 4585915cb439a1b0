// What the tests of the evidence have in their page: the form's sources, and a form
// that is no more than a plain object. dossier-files.test.mjs makes one script of it.

import { Database } from "../npm/src/dossier/database.ts";
import { Files } from "../npm/src/dossier/files.ts";
import * as mediatype from "../npm/src/dossier/mediatype.ts";

globalThis.kit = {
  Database, Files, ...mediatype,

  /** The files of a device; undefined where it keeps nothing. */
  files: (name = "ocop-test") => new Files(new Database(name)),

  /** A picture's bytes, as far as they are looked at, and so many more. */
  photo: (name, size = 5000, fill = 7) => new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(size - 4).fill(fill)], name, { type: "image/jpeg" }),
};
