import type { ReactElement } from "react";
import type { Lang, Ocop, OcopError, Options, Problem, Result, Sheet } from "./index.js";

export interface OcopScoreProps {
  lang?: Lang;
  set?: number;
  name?: string;
  base?: string;
  noSave?: boolean;
  noShare?: boolean;
  council?: boolean;
  sheet?: Sheet;
  ocop?: Ocop | null;
  className?: string;
  onReady?(event: CustomEvent): void;
  onChange?(event: CustomEvent<{ sheet: Sheet; result: Result }>): void;
  onError?(event: CustomEvent<{ problems: Problem[] }>): void;
}

export function OcopScore(props: OcopScoreProps): ReactElement;
export function useOcop(options?: Options): { ocop: Ocop | null; error: OcopError | null };
