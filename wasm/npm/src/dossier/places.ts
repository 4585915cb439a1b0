/** The provinces with their communes. */
export interface Places {
  provinces: (readonly [code: string, name: string, communes: (readonly [code: string, name: string])[]])[];
}
