/** SQL for: this text may hold an e-mail address. The same question as `holdsEmail` of `mask-emails`. */
export const holdsEmail = (text: string) => `(position(${text}, '@') > 0 OR position(${text}, '%40') > 0)`

/** SQL for the id of an identity, without its kind. */
export const idOf = (identity: string) => `substring(${identity}, position(${identity}, ':') + 1)`
