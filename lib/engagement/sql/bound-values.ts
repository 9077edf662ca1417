/** What a parameter of a statement may be; a Float64 takes any finite number. */
type BoundType =
  'String' | 'Float64' | `Array(${'String' | 'Float64' | 'Int64' | 'UInt64' | 'UUID' | 'Bool'})`

/**
 * Values of a statement that is made from a document: each is bound (`{v3:String}`) and never pasted. The same value
 * is bound once, so that equal expressions stay equal and are computed once.
 */
export class BoundValues {
  readonly params: Record<string, unknown> = {}
  private readonly bound = new Map<string, string>()

  /** The placeholder to write into the SQL. */
  bind(type: BoundType, value: unknown): string {
    const key = `${type} ${JSON.stringify(value)}`
    const known = this.bound.get(key)
    if (known) return known
    const name = `v${this.bound.size}`
    const placeholder = `{${name}:${type}}`
    this.bound.set(key, placeholder)
    this.params[name] = value
    return placeholder
  }

  text = (value: string) => this.bind('String', value)
  number = (value: number) => this.bind('Float64', value)
}
