/** What programs that read mail by themselves call themselves, and what they are. */
const agents: readonly [pattern: RegExp, what: string][] = [
  [/GoogleImageProxy/i, 'Google’s image proxy'],
  [/YahooMailProxy/i, 'Yahoo’s mail proxy'],
  // Apple's proxy sends these words and no others.
  [/^Mozilla\/5\.0$/, 'Apple’s mail privacy proxy'],
  [/barracuda/i, 'a scanner (Barracuda)'],
  [/mimecast/i, 'a scanner (Mimecast)'],
  [/proofpoint|urldefense/i, 'a scanner (Proofpoint)'],
  [/symantec|messagelabs/i, 'a scanner (Symantec)'],
  [/fireeye|trellix/i, 'a scanner (Trellix)'],
  [/cisco.?(ironport|esa)|ironport/i, 'a scanner (IronPort)'],
  [/trend ?micro/i, 'a scanner (Trend Micro)'],
  [/HeadlessChrome|PhantomJS/i, 'a browser without a screen'],
  [/^(curl|wget|python-|Go-http-client|Java\/|okhttp|axios|node-fetch|libwww)/i, 'a script'],
  [/\b(bot|crawler|spider)\b|[a-z]bot\b/i, 'a crawler'],
]

/**
 * The image proxy, scanner or script that a user agent is of, in words; null for a browser or mail program.
 *
 * Example: "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)": Google’s image
 * proxy.
 */
export function machineAgent(userAgent: string): string | null {
  return agents.find(([pattern]) => pattern.test(userAgent.trim()))?.[1] ?? null
}
