/** Characters. In a file of its own, since forms in the browser ask for it too. */
export const minimumPasswordLength = 8
