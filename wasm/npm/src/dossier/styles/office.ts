export const officeStyle = "";
