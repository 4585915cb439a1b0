// <ocop-score> for React, and a hook that loads the rules once.

import { createElement, forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { ClassAttributes, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { OcopScore as OcopScoreElement, OcopScoreEvents } from "./element.js";
import { load, type OcopError } from "./index.js";
import type { Ocop } from "./ocop.js";
import type { Lang, Options, Sheet } from "./types.js";
import { bringForm, contentOf } from "./wrapper.js";

/** What a ref to the form gives. */
export type { OcopScoreElement };

/** The form's own attributes, as React names them. */
interface Settings {
  /** The language of the form; that of the page if not given. */
  lang?: Lang | undefined;
  /** The product set that is shown first. */
  set?: number | undefined;
  /** Forms of one name share what they keep on the device. */
  name?: string | undefined;
  /** The folder of the package's files, if they are not beside its scripts. */
  base?: string | undefined;
  noSave?: boolean | undefined;
  noShare?: boolean | undefined;
  noHistory?: boolean | undefined;
  /** One section at a time, until people choose otherwise. */
  steps?: boolean | undefined;
  /** A form of the page is sent only with a sheet that is finished. */
  required?: boolean | undefined;
  /** Everything can be read and nothing changed. */
  disabled?: boolean | undefined;
  /** A council's member fills it in. */
  council?: boolean | undefined;
}

/** The form's attributes and properties, what it tells, and whatever any element has. */
export interface OcopScoreProps extends Settings, Omit<HTMLAttributes<OcopScoreElement>, keyof Settings | "onChange" | "onError" | "children" | "dangerouslySetInnerHTML"> {
  /** What the form shows once it is another than before; null empties it, undefined leaves it alone. */
  sheet?: Sheet | null | undefined;
  /** The rules, where the page has loaded them: see useOcop. */
  ocop?: Ocop | null | undefined;
  onReady?: ((event: OcopScoreEvents["ocop-ready"]) => void) | undefined;
  onChange?: ((event: OcopScoreEvents["ocop-change"]) => void) | undefined;
  /** Somebody looked at all answers once more and says that the sheet is finished. */
  onFinish?: ((event: OcopScoreEvents["ocop-finish"]) => void) | undefined;
  onError?: ((event: OcopScoreEvents["ocop-error"]) => void) | undefined;
}

/** The form. Its script comes once it is on a page, so that a server renders the empty element. */
export const OcopScore: ForwardRefExoticComponent<OcopScoreProps & RefAttributes<OcopScoreElement>> = forwardRef<OcopScoreElement, OcopScoreProps>(
  function OcopScore({ onReady, onChange, onFinish, onError, sheet, ocop, lang, set, name, base, noSave, noShare, noHistory, steps, required, disabled, council, className, ...rest }, ref) {
    const element = useRef<OcopScoreElement>(null);
    useImperativeHandle(ref, () => element.current!, []);

    const handlers = { "ocop-ready": onReady, "ocop-change": onChange, "ocop-finish": onFinish, "ocop-error": onError };
    useListeners(element, handlers);

    const settings = { lang, set, name, base, "no-save": noSave, "no-share": noShare, "no-history": noHistory, steps, required, disabled, council };
    const attributes = useAttributes(element, settings);

    const given = useRef<string | undefined>(undefined);
    useEffect(() => {
      const content = contentOf(sheet);
      if (sheet !== undefined && content !== given.current) element.current!.sheet = sheet;
      given.current = content ?? given.current;
    }, [sheet]);
    useEffect(() => {
      if (ocop) element.current!.ocop = ocop;
    }, [ocop]);

    useEffect(() => bringForm(() => element.current), []);
    return createElement("ocop-score", { ...rest, ...attributes, class: className, ref: element });
  },
);

type Element = { readonly current: OcopScoreElement | null };
type Handlers = { [N in keyof OcopScoreEvents]: ((event: OcopScoreEvents[N]) => void) | undefined };

/** Listens to the form's events; the handlers of the latest rendering hear them. */
function useListeners(element: Element, handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const node = element.current!;
    const listen = (event: Event) => (latest.current[event.type as keyof Handlers] as ((event: Event) => void) | undefined)?.(event);
    const names = Object.keys(handlers);
    for (const name of names) node.addEventListener(name, listen);
    return () => names.forEach((name) => node.removeEventListener(name, listen));
  }, []);
}

type Values = Record<string, string | number | boolean | undefined>;

/**
 * The attributes of the first rendering, which are all that React may know: versions
 * of it differ in how they change those of a custom element, and leave "undefined"
 * where one goes away. The changes are made here.
 */
function useAttributes(element: Element, values: Values): Values {
  const [first] = useState(() => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)])));
  useEffect(() => {
    for (const [name, value] of Object.entries(values)) {
      const text = textOf(value);
      if (text === undefined) element.current!.removeAttribute(name);
      else if (element.current!.getAttribute(name) !== text) element.current!.setAttribute(name, text);
    }
  }, Object.values(values));
  return first;
}

const textOf = (value: Values[string]): string | undefined => (value === undefined || value === false ? undefined : value === true ? "" : String(value));

let loading: Promise<Ocop> | undefined;

/** What useOcop gives: both null until the rules are there, or cannot be loaded. */
export interface OcopState {
  ocop: Ocop | null;
  error: OcopError | null;
}

/** The rules once they are loaded. They are loaded once for the page, with the options of the first use. */
export function useOcop(options?: Options): OcopState {
  const [state, setState] = useState<OcopState>({ ocop: null, error: null });
  useEffect(() => {
    let gone = false;
    loading ??= load(options);
    loading.then(
      (ocop) => gone || setState({ ocop, error: null }),
      (error: OcopError) => {
        loading = undefined; // the next use tries again
        if (!gone) setState({ ocop: null, error });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return state;
}

/** <ocop-score> in JSX without the component: attributes as HTML has them; React 19 sets sheet and ocop as properties. */
interface OcopScoreJSX extends ClassAttributes<OcopScoreElement>, Omit<HTMLAttributes<OcopScoreElement>, "children" | "dangerouslySetInnerHTML"> {
  class?: string | undefined;
  set?: number | string | undefined;
  name?: string | undefined;
  base?: string | undefined;
  "no-save"?: boolean | "" | undefined;
  "no-share"?: boolean | "" | undefined;
  "no-history"?: boolean | "" | undefined;
  steps?: boolean | "" | undefined;
  required?: boolean | "" | undefined;
  disabled?: boolean | "" | undefined;
  council?: boolean | "" | undefined;
  sheet?: Sheet | null | undefined;
  ocop?: Ocop | null | undefined;
  "onocop-ready"?: ((event: OcopScoreEvents["ocop-ready"]) => void) | undefined;
  "onocop-change"?: ((event: OcopScoreEvents["ocop-change"]) => void) | undefined;
  "onocop-finish"?: ((event: OcopScoreEvents["ocop-finish"]) => void) | undefined;
  "onocop-error"?: ((event: OcopScoreEvents["ocop-error"]) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ocop-score": OcopScoreJSX;
    }
  }
}
