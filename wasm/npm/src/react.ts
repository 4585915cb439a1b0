// <ocop-score> and <ocop-dossier> for React, and a hook that loads the rules once.

import { createElement, forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { ClassAttributes, ForwardedRef, ForwardRefExoticComponent, HTMLAttributes, RefAttributes, RefObject } from "react";
import type { Draft, OcopDossier as OcopDossierElement, OcopDossierEvents } from "./dossier.js";
import type { OcopScore as OcopScoreElement, OcopScoreEvents } from "./element.js";
import { load, type OcopError } from "./index.js";
import type { Ocop } from "./ocop.js";
import type { Lang, Options, Sheet } from "./types.js";
import { bringForm, Giving } from "./wrapper.js";

/** What a ref to a form gives, and a dossier that is still being written. */
export type { Draft, OcopDossierElement, OcopScoreElement };

/** The attributes that both forms have, as React names them. */
interface FormSettings {
  /** The language of the form; that of the page if not given. */
  lang?: Lang | undefined;
  /** Forms of one name share what they keep on the device. */
  name?: string | undefined;
  /** The folder of the package's files, if they are not beside its scripts. */
  base?: string | undefined;
  noSave?: boolean | undefined;
  noHistory?: boolean | undefined;
  /** Everything can be read and nothing changed. */
  disabled?: boolean | undefined;
}

interface ScoreSettings extends FormSettings {
  /** The product set that is shown first. */
  set?: number | undefined;
  noShare?: boolean | undefined;
  /** One section at a time, until people choose otherwise. */
  steps?: boolean | undefined;
  /** A form of the page is sent only with a sheet that is finished. */
  required?: boolean | undefined;
  /** A council's member fills it in. */
  council?: boolean | undefined;
}

interface DossierSettings extends FormSettings {
  /** Who fills in; the producer if not given. */
  office?: "commune" | "council" | undefined;
  /** The name under which the forms of sheets keep the self-assessments that a dossier may begin with. */
  sheets?: string | undefined;
  /** The day that a dossier is judged on, as "2026-07-03"; today if not given. */
  on?: string | undefined;
}

/** The rules, what a form tells, and whatever any element has. */
interface FormProps<Element, Ready, Change, Finish, Failure> extends Omit<HTMLAttributes<Element>, keyof FormSettings | "onChange" | "onError" | "children" | "dangerouslySetInnerHTML"> {
  /** The rules, where the page has loaded them: see useOcop. */
  ocop?: Ocop | null | undefined;
  onReady?: ((event: Ready) => void) | undefined;
  onChange?: ((event: Change) => void) | undefined;
  /** Somebody looked at all answers once more and says that all is finished. */
  onFinish?: ((event: Finish) => void) | undefined;
  onError?: ((event: Failure) => void) | undefined;
}

type Props<Element, Events extends Told> = FormProps<Element, Events["ocop-ready"], Events["ocop-change"], Events["ocop-finish"], Events["ocop-error"]>;

/** The attributes and properties of the form for sheets, what it tells, and whatever any element has. */
export interface OcopScoreProps extends ScoreSettings, Props<OcopScoreElement, OcopScoreEvents> {
  /** What the form shows once it is another than before; null empties it, undefined leaves it alone. */
  sheet?: Sheet | null | undefined;
}

/** The attributes and properties of the form for dossiers, what it tells, and whatever any element has. */
export interface OcopDossierProps extends DossierSettings, Props<OcopDossierElement, OcopDossierEvents> {
  /** What the form shows once it is another than before; null goes back to the list of dossiers, undefined leaves it alone. */
  dossier?: Draft | null | undefined;
}

/** The form for sheets. Its script comes once it is on a page, so that a server renders the empty element. Whoever does not use it does not have it in a bundle. */
export const OcopScore: ForwardRefExoticComponent<OcopScoreProps & RefAttributes<OcopScoreElement>> = /* @__PURE__ */ forwardRef<OcopScoreElement, OcopScoreProps>(
  function OcopScore({ sheet, set, noShare, steps, required, council, ...rest }, ref) {
    const settings = { set, "no-share": noShare, steps, required, council };
    return useForm({ tag: "ocop-score", script: "element.js", bring: () => import("./element.js"), member: "sheet", document: sheet, settings, props: rest, ref });
  },
);

/** The form for dossiers, likewise. */
export const OcopDossier: ForwardRefExoticComponent<OcopDossierProps & RefAttributes<OcopDossierElement>> = /* @__PURE__ */ forwardRef<OcopDossierElement, OcopDossierProps>(
  function OcopDossier({ dossier, office, sheets, on, ...rest }, ref) {
    const settings = { office, sheets, on };
    return useForm({ tag: "ocop-dossier", script: "dossier.js", bring: () => import("./dossier.js"), member: "dossier", document: dossier, settings, props: rest, ref });
  },
);

/** The events that both forms have. */
type Told = Record<"ocop-ready" | "ocop-change" | "ocop-finish" | "ocop-error", CustomEvent>;
type FormElement = HTMLElement & { ocop: Ocop | null };
type Values = Record<string, string | number | boolean | undefined>;

interface FormOptions<Element, Events extends Told> {
  tag: string;
  script: string;
  bring: () => Promise<unknown>;
  /** The property that holds the form's document, in its events too. */
  member: string;
  document: unknown;
  /** The attributes that this form alone has. */
  settings: Values;
  props: FormSettings & Props<Element, Events>;
  ref: ForwardedRef<Element>;
}

/** A form with all that its component is given. */
function useForm<Element extends FormElement, Events extends Told>({ tag, script, bring, member, document, settings, props, ref }: FormOptions<Element, Events>) {
  const { onReady, onChange, onFinish, onError, ocop, lang, name, base, noSave, noHistory, disabled, className, ...rest } = props;
  const element = useRef<Element>(null);
  useImperativeHandle(ref, () => element.current!, []);

  const [giving] = useState(() => new Giving(() => element.current!, member));
  const onTold = (event: Events["ocop-change"]) => {
    giving.heard(event);
    onChange?.(event);
  };
  useListeners(element, { "ocop-ready": onReady, "ocop-change": onTold, "ocop-finish": onFinish, "ocop-error": onError });
  const attributes = useAttributes(element, { lang, name, base, "no-save": noSave, "no-history": noHistory, disabled, ...settings });

  useEffect(() => giving.give(document), [document]);
  useEffect(() => {
    if (ocop) element.current!.ocop = ocop;
  }, [ocop]);

  useEffect(() => bringForm(() => element.current, script, bring), []);
  return createElement(tag, { ...rest, ...attributes, class: className, ref: element });
}

type Handlers = { [N in keyof Told]: ((event: never) => void) | undefined };

/** Listens to the form's events; the handlers of the latest rendering hear them. */
function useListeners(element: RefObject<HTMLElement | null>, handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const node = element.current!;
    const listen = (event: Event) => (latest.current[event.type as keyof Told] as ((event: Event) => void) | undefined)?.(event);
    const names = Object.keys(handlers);
    for (const name of names) node.addEventListener(name, listen);
    return () => names.forEach((name) => node.removeEventListener(name, listen));
  }, []);
}

/**
 * The attributes of the first rendering, which are all that React may know: versions
 * of it differ in how they change those of a custom element, and leave "undefined"
 * where one goes away. The changes are made here.
 */
function useAttributes(element: RefObject<HTMLElement | null>, values: Values): Values {
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

type Flag = boolean | "" | undefined;
type Listeners<Events> = { [N in keyof Events & string as `on${N}`]?: ((event: Events[N]) => void) | undefined };

/** A form in JSX without its component: attributes as HTML has them; React 19 sets the document and ocop as properties. */
interface FormJSX<Element> extends ClassAttributes<Element>, Omit<HTMLAttributes<Element>, "children" | "dangerouslySetInnerHTML"> {
  class?: string | undefined;
  name?: string | undefined;
  base?: string | undefined;
  "no-save"?: Flag;
  "no-history"?: Flag;
  disabled?: Flag;
  ocop?: Ocop | null | undefined;
}

interface OcopScoreJSX extends FormJSX<OcopScoreElement>, Listeners<OcopScoreEvents> {
  set?: number | string | undefined;
  "no-share"?: Flag;
  steps?: Flag;
  required?: Flag;
  council?: Flag;
  sheet?: Sheet | null | undefined;
}

interface OcopDossierJSX extends FormJSX<OcopDossierElement>, Listeners<OcopDossierEvents> {
  office?: "commune" | "council" | undefined;
  sheets?: string | undefined;
  on?: string | undefined;
  dossier?: Draft | null | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ocop-score": OcopScoreJSX;
      "ocop-dossier": OcopDossierJSX;
    }
  }
}
