import xxhash from 'xxhash-wasm'

let loaded: Promise<(text: string) => bigint> | undefined

/** xxHash64 of the text's UTF-8, seed 0: the same number as ClickHouse's `xxHash64(text)`. */
export function loadHash64(): Promise<(text: string) => bigint> {
  loaded ??= xxhash().then((api) => (text) => api.h64(text))
  return loaded
}
