export const fromtoStyle = "";
