// What the device keeps. It may refuse: then the page goes on without.

/** Keeps a text; false where the device does not let it. */
export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Takes a text away. */
export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where it cannot be removed it cannot be read either.
  }
}

/** The text that was kept, or null. */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
