// <ocop-score> for React, and a hook that loads the rules once.

import { createElement, useEffect, useRef, useState } from "react";
import { load } from "./index.js";
import "./element.js";

/** The form. Props: the element's attributes and properties, onReady, onChange, onError. */
export function OcopScore({ onReady, onChange, onError, sheet, ocop, noSave, noShare, council, ...rest }) {
  const element = useRef(null);
  const handlers = useRef({});
  handlers.current = { "ocop-ready": onReady, "ocop-change": onChange, "ocop-error": onError };
  useEffect(() => {
    const { current } = element;
    const listen = (event) => handlers.current[event.type]?.(event);
    const names = Object.keys(handlers.current);
    for (const name of names) current.addEventListener(name, listen);
    return () => names.forEach((name) => current.removeEventListener(name, listen));
  }, []);
  useEffect(() => {
    if (ocop) element.current.ocop = ocop;
  }, [ocop]);
  useEffect(() => {
    if (sheet) element.current.sheet = sheet;
  }, [sheet]);
  return createElement("ocop-score", { ref: element, "no-save": noSave ? "" : undefined, "no-share": noShare ? "" : undefined, council: council ? "" : undefined, ...rest });
}

let loading;

/** The rules once they are loaded: {ocop, error}. The options of the first use count. */
export function useOcop(options) {
  const [state, setState] = useState({ ocop: null, error: null });
  useEffect(() => {
    let gone = false;
    loading ??= load(options);
    loading.then(
      (ocop) => gone || setState({ ocop, error: null }),
      (error) => {
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
