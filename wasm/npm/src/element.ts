// The custom element of the ready-made form. ELEMENT.md says how to use it, and its
// tables are made from what stands here; what the form consists of stands in the
// folder element.

import { Desk, type Told } from "./element/desk.js";
import type { Ocop } from "./ocop.js";
import type { Result, Sheet, Written } from "./types.js";

/** The events of the form, which bubble and leave the shadow tree. */
export type OcopScoreEvents = { [N in keyof Told]: CustomEvent<Told[N]> };

// Where there is no page, as on a server that only renders, the class can still be named.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The form for all 26 product sets: choose the set, choose a level for each criterion, see what it comes to.
 *
 * @tag ocop-score
 *
 * @attr {"vi" | "en"} lang - the language; without it that of the page; may change at any time
 * @attr {number} set - the product set to open, 1 to 26; without it the last one, or the choice
 * @attr {string} [name=ocop-score] - the name under which the device keeps the products; in a `<form>` of the page also that of the field, whose value is the sheet as JSON
 * @attr {string} base - the folder with `ocop.wasm` and `words`, if not the package's own
 * @attr {boolean} no-save - nothing is kept on the device
 * @attr {boolean} no-share - no link and no QR code, neither out nor in
 * @attr {boolean} no-history - choosing a product set makes no entry in the page's history
 * @attr {boolean} steps - the form opens step by step, one section at a time, and not as one page; what people choose in the form goes before it
 * @attr {boolean} required - a `<form>` of the page is sent only with a sheet that is finished
 * @attr {boolean} disabled - everything can be read and nothing changed; so it is in a `<fieldset disabled>`
 * @attr {boolean} council - the sheet prints as a member's score sheet, with its head and signature; without it as a producer's self-assessment. Both are the papers of the library: the second module comes when the button is first pressed
 *
 * @fires {CustomEvent<{ sheet: Sheet | null, result: Result | null }>} ocop-ready - the rules are there, and the score with them
 * @fires {CustomEvent<{ sheet: Sheet, result: Result }>} ocop-change - something was entered or opened; what was entered before the rules were there is told right after `ocop-ready`
 * @fires {CustomEvent<{ sheet: Sheet, result: Result }>} ocop-finish - a person looked at all answers once more and pressed “Hoàn tất”, which only a sheet offers that is not incomplete; nothing is sent by it
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
 * @cssprop [--ocop-warn] - what holds a star back, and what went wrong
 * @cssprop [--ocop-warn-tint] - the ground of it
 * @cssprop [--ocop-radius=0.75rem] - rounding of boxes
 * @cssprop [--ocop-font] - letters on the screen
 * @cssprop [--ocop-print-font] - letters on paper
 * @cssprop [--ocop-font-size=medium] - the text size, which all other sizes follow: `medium` is the size that people choose in their browser, whatever the page's root has
 * @cssprop [--ocop-offset-top=0px] - how much of the window's top the page covers, with a fixed header: what sticks there stays below it, and what is gone to too
 * @cssprop [--ocop-offset-bottom=0px] - the same at the bottom, under a chat's button or a bar: the score stays above it
 *
 * @csspart frame - all but the messages
 * @csspart notices - the messages above the form
 * @csspart chooser - the choice of a product set
 * @csspart products - the products that are kept, above it
 * @csspart set - a product set in it
 * @csspart form - the criteria
 * @csspart criterion - one of them
 * @csspart option - a level
 * @csspart gates - the knock-outs
 * @csspart panel - what the sheet comes to
 * @csspart scale - the scale in it
 * @csspart tools - what can be done with the sheet
 * @csspart bar - the score at the foot of a narrow screen
 * @csspart review - all answers once more, in a dialog
 * @csspart dialog - a dialog
 * @csspart paper - the sheet on paper
 */
export class OcopScore extends Base {
  /** @internal */
  static readonly observedAttributes: string[] = ["lang", "set", "name", "base", "no-save", "no-share", "required", "disabled"];

  /** @internal */
  static readonly formAssociated = true;

  readonly #internals = this.attachInternals();
  readonly #desk = new Desk(this, this.#internals);

  /** @internal */
  connectedCallback(): void {
    this.#takeUp("ocop");
    this.#takeUp("sheet");
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

  /** @internal */
  formResetCallback(): void {
    this.#desk.clear();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#desk.disable(disabled);
  }

  /** @internal */
  formStateRestoreCallback(state: unknown): void {
    this.#desk.restore(state);
  }

  /** The `<form>` that the sheet is sent with, or `null`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** Whether the sheet can be sent; with `required` an unfinished one cannot. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is missing, in words. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the sheet can be sent; if not, there is an `invalid` event. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and people are told what is missing. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** The sheet that is entered, or `null`. One that is set replaces what is there without asking; a faulty one is refused with `ocop-error`; `null` goes back to the choice. */
  get sheet(): Sheet | null {
    return this.#desk.sheet;
  }

  set sheet(sheet: Written<Sheet> | null | undefined) {
    if (sheet === null || sheet === undefined) this.#desk.leave();
    else this.#desk.put(sheet);
  }

  /** What follows from the sheet, or `null` while the rules are on their way. */
  get result(): Result | null {
    return this.#desk.result;
  }

  /** The rules, once they are there; set it to share those that the page has loaded. */
  get ocop(): Ocop | null {
    return this.#desk.ocop;
  }

  set ocop(ocop: Ocop | null | undefined) {
    if (ocop) this.#desk.share(ocop);
  }

  /** Empties the sheet at hand, without asking; it can be taken back. */
  clear(): void {
    this.#desk.clear();
  }

  /** A property that was set before the browser knew the element. */
  #takeUp(name: "sheet" | "ocop"): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = this[name];
    Reflect.deleteProperty(this, name);
    Object.assign(this, { [name]: value });
  }
}

// Listeners know what the events of the form bring.
export interface OcopScore {
  addEventListener<N extends keyof OcopScoreEvents>(type: N, listener: (this: OcopScore, event: OcopScoreEvents[N]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<N extends keyof HTMLElementEventMap>(type: N, listener: (this: HTMLElement, event: HTMLElementEventMap[N]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<N extends keyof OcopScoreEvents>(type: N, listener: (this: OcopScore, event: OcopScoreEvents[N]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener<N extends keyof HTMLElementEventMap>(type: N, listener: (this: HTMLElement, event: HTMLElementEventMap[N]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ocop-score": OcopScore;
  }
}

if (globalThis.customElements && !customElements.get("ocop-score")) customElements.define("ocop-score", OcopScore);
