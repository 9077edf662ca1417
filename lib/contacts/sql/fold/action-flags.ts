import { codeOf } from './action-codes'

const LINK = 16
const MACHINE = 32

/** SQL for what one byte says of an action: its code, whether it is a click with a link, a machine's read or click. */
export const flagsOf = `toUInt8(code + if(code = ${codeOf('click')} AND url_key != 0, ${LINK}, 0)
      + if(machine AND code IN (${codeOf('read')}, ${codeOf('click')}), ${MACHINE}, 0))`

export const codeIn = (flags: string) => `bitAnd(${flags}, ${LINK - 1})`
export const hasLink = (flags: string) => `bitAnd(${flags}, ${LINK}) != 0`
export const isMachine = (flags: string) => `${flags} >= ${MACHINE}`
