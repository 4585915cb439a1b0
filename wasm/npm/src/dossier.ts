// The custom element of the form for dossiers. ELEMENT.md says how to use it, and its
// tables are made from what stands here; what the form consists of stands in the folder
// dossier.

import { Desk, type Told } from "./dossier/desk.js";
import type { Draft } from "./dossier/form.js";
import { isOcop } from "./element/source.js";
import type { Ocop } from "./ocop.js";
import type { NamedBlob } from "./pack.js";
import type { Dossier, Problem, Written } from "./types.js";

/** A dossier that is still being written: any member may be missing. */
export type { Draft };

/** The events of the form, which bubble and leave the shadow tree. */
export type OcopDossierEvents = { [N in keyof Told]: CustomEvent<Told[N]> };

// Where there is no page, as on a server that only renders, the class can still be named.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The form for dossiers: the producer's forms 01 and 02 with their evidence, the commune's
 * form 03, and what the council's secretary writes, task by task.
 *
 * @tag ocop-dossier
 *
 * @attr {"vi" | "en"} lang - the language; without it that of the page; may change at any time
 * @attr {"commune" | "council"} office - who fills in; without it the producer. Each writes its own fields only, and reads the others'
 * @attr {string} [name=ocop-dossier] - the name under which the device keeps the dossiers and their files
 * @attr {string} [sheets=ocop-score] - the name under which `<ocop-score>` keeps the self-assessments that a dossier may begin with
 * @attr {string} base - the folder with the modules and `words`, if not the package's own
 * @attr {string} on - the day that a dossier is judged on, as `2026-07-03`; without it today
 * @attr {boolean} no-save - nothing is kept on the device
 * @attr {boolean} no-history - going from page to page makes no entries in the browser's history
 * @attr {boolean} disabled - everything can be read and nothing changed
 *
 * @fires {CustomEvent<{ dossier: Draft | null }>} ocop-ready - the rules are there
 * @fires {CustomEvent<{ dossier: Draft, problems: Problem[] }>} ocop-change - something was entered or opened, and the whole was checked
 * @fires {CustomEvent<{ dossier: Draft, problems: Problem[] }>} ocop-finish - a person handed in a dossier without errors; nothing is sent by it: `files()` has the evidence, `package()` the whole
 * @fires {CustomEvent<{ problems: Problem[] }>} ocop-error - something was refused or could not be loaded; the form says it too
 *
 * @cssprop [--ocop-surface] - ground
 * @cssprop [--ocop-text] - text
 * @cssprop [--ocop-muted] - lesser text
 * @cssprop [--ocop-line] - lines
 * @cssprop [--ocop-edge] - edges of controls
 * @cssprop [--ocop-tint] - quiet areas
 * @cssprop [--ocop-accent] - what is chosen and pressed
 * @cssprop [--ocop-on-accent] - text on what is chosen and pressed
 * @cssprop [--ocop-star] - the stars
 * @cssprop [--ocop-warn] - what is wrong
 * @cssprop [--ocop-warn-tint] - the ground of it
 * @cssprop [--ocop-radius=0.75rem] - rounding of boxes
 * @cssprop [--ocop-font] - letters on the screen
 * @cssprop [--ocop-print-font] - letters on paper
 * @cssprop [--ocop-font-size=medium] - the text size, which all other sizes follow
 * @cssprop [--ocop-offset-top=0px] - how much of the window's top the page covers
 * @cssprop [--ocop-offset-bottom=0px] - the same at the bottom
 *
 * @csspart frame - all but the messages
 * @csspart notices - the messages above the form
 * @csspart dossiers - the dossiers that are kept
 * @csspart ways - the ways to begin one
 * @csspart chooser - the choice of a product set
 * @csspart set - a product set in it
 * @csspart tasks - the tasks of a dossier
 * @csspart task - one of them
 * @csspart field - a field with its name
 * @csspart criterion - a criterion of the self-assessment
 * @csspart option - a level
 * @csspart gates - the knock-outs
 * @csspart evidence - a piece of evidence
 * @csspart bar - what the claims come to, at the foot
 * @csspart dialog - a dialog
 */
export class OcopDossier extends Base {
  /** @internal */
  static readonly observedAttributes: string[] = ["lang", "office", "name", "sheets", "base", "on", "no-save", "disabled"];

  readonly #desk = new Desk(this);

  /** @internal */
  connectedCallback(): void {
    this.#takeUp("ocop");
    this.#takeUp("dossier");
    this.#desk.connect();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#desk.disconnect();
  }

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before !== after) this.#desk.attributeChanged(name);
  }

  /** The dossier at hand, finished or not, or `null`. One that is set takes the place of what is at hand, which can still be had back from the list; `null` goes back to the list. */
  get dossier(): Draft | null {
    return this.#desk.dossier;
  }

  set dossier(dossier: Written<Dossier> | Draft | null | undefined) {
    this.#desk.put(dossier ?? null);
  }

  /** What the last check found in it, or `null` while there was none. */
  get problems(): readonly Problem[] | null {
    return this.#desk.problems;
  }

  /** The rules, once they are there; set it to share those that the page has loaded. */
  get ocop(): Ocop | null {
    return this.#desk.ocop;
  }

  set ocop(ocop: Ocop | null | undefined) {
    if (isOcop(ocop)) this.#desk.share(ocop);
  }

  /** Opens a file beside the dossiers that are there, as if a person had chosen it: a dossier as JSON, a package, a sheet of `<ocop-score>`, a backup. What cannot be opened is told, with `ocop-error` too. */
  open(file: Blob): Promise<void> {
    return this.#desk.open(file);
  }

  /** The files of the evidence that this device has, by the names that the dossier gives them. */
  files(): Promise<NamedBlob[]> {
    return this.#desk.files();
  }

  /** The dossier with its files as one package; what is wrong or missing it fails with, as an OcopError. */
  package(): Promise<Blob> {
    return this.#desk.package();
  }

  /** A property that was set before the browser knew the element. */
  #takeUp(name: "dossier" | "ocop"): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = this[name];
    Reflect.deleteProperty(this, name);
    Object.assign(this, { [name]: value });
  }
}

// Listeners know what the events of the form bring.
export interface OcopDossier {
  addEventListener<N extends keyof OcopDossierEvents>(type: N, listener: (this: OcopDossier, event: OcopDossierEvents[N]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<N extends keyof HTMLElementEventMap>(type: N, listener: (this: HTMLElement, event: HTMLElementEventMap[N]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<N extends keyof OcopDossierEvents>(type: N, listener: (this: OcopDossier, event: OcopDossierEvents[N]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener<N extends keyof HTMLElementEventMap>(type: N, listener: (this: HTMLElement, event: HTMLElementEventMap[N]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ocop-dossier": OcopDossier;
  }
}

if (globalThis.customElements && !customElements.get("ocop-dossier")) customElements.define("ocop-dossier", OcopDossier);
