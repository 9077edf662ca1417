import { exactJson } from './exact-json'
import { MalformedDelivery } from './malformed-delivery'

/** A request as it came in. */
export type EspRequest = {
  method: string
  /** As the provider calls it, with the public host: some sign it. */
  url: string
  headers: Headers
  rawBody: Uint8Array
}

/** A request with its body opened. */
export type Delivery = {
  method: string
  url: string
  headers: Headers
  rawBody: Uint8Array
  /** The body as UTF-8. */
  text: string
  /** Fields of a form in their order; null where the body is no form. */
  form: ReadonlyMap<string, readonly string[]> | null
  /** The body as JSON. Throws MalformedDelivery. */
  json: () => unknown
}

/** Opens the body of a request. Throws MalformedDelivery for a form that cannot be read. */
export async function openDelivery({ method, url, headers, rawBody }: EspRequest): Promise<Delivery> {
  const text = Buffer.from(rawBody).toString('utf8')
  const form = await formOf(rawBody, headers.get('content-type') ?? '')
  let parsed: { json: unknown } | undefined
  const json = () => (parsed ??= { json: exactJson(text) }).json
  return { method: method.toUpperCase(), url, headers, rawBody, text, form, json }
}

async function formOf(body: Uint8Array, type: string): Promise<Delivery['form']> {
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return null
  const fields = new Map<string, string[]>()
  for (const [name, value] of await entriesOf(body, type))
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  return fields
}

async function entriesOf(body: Uint8Array, type: string) {
  try {
    return await new Response(Buffer.from(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new MalformedDelivery('The body is not the form that its content type says.')
  }
}

/** The first value of a field: the sender's own come before those that were merged in. */
export const firstIn = (form: Delivery['form'], name: string): string | null => form?.get(name)?.[0] ?? null
export const lastIn = (form: Delivery['form'], name: string): string | null => form?.get(name)?.at(-1) ?? null

/** The body as a list of JSON objects: an array of them, or one alone. Throws MalformedDelivery. */
export function objectsIn(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body
  if (typeof body === 'object' && body !== null) return [body]
  throw new MalformedDelivery('The body is neither an object nor a list of them.')
}
