/** What a value is after it has been JSON: instants become texts. */
export type JsonOf<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? JsonOf<Item>[]
    : T extends object
      ? { [Key in keyof T]: JsonOf<T[Key]> }
      : T

/** The same for a value in hand: what a page passes to a component that later reads it over HTTP. */
export const toJson = <T>(value: T): JsonOf<T> => JSON.parse(JSON.stringify(value)) as JsonOf<T>
