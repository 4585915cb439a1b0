export const evidenceStyle = "";
