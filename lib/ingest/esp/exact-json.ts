import { MalformedDelivery } from './malformed-delivery'

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const longWhole = /^-?\d{16,}$/

/**
 * JSON whose whole numbers beyond 15 digits become texts, as message ids of 17 digits would lose their last ones as
 * numbers. Throws MalformedDelivery.
 */
export function exactJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(tokens, (token) => (longWhole.test(token) ? `"${token}"` : token)))
  } catch {
    throw new MalformedDelivery('The body is not JSON.')
  }
}
