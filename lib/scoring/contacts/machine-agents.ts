/** What programs that read mail by themselves call themselves, and what they are. */
const agents: readonly [pattern: RegExp, what: string][] = [
  [/GoogleImageProxy|ggpht\.com/i, 'Google’s image proxy'],
  [/YahooMailProxy|YahooCacheSystem/i, 'Yahoo’s mail proxy'],
  // Apple's proxy sends these words and no others.
  [/^Mozilla\/5\.0$/, 'Apple’s mail privacy proxy'],
  [/ImageProxy|MailProxy|\bcamo\b/i, 'an image proxy'],
  [/barracuda/i, 'a scanner (Barracuda)'],
  [/mimecast/i, 'a scanner (Mimecast)'],
  [/proofpoint|urldefense/i, 'a scanner (Proofpoint)'],
  [/symantec|messagelabs/i, 'a scanner (Symantec)'],
  [/fireeye|trellix/i, 'a scanner (Trellix)'],
  [/cisco.?(ironport|esa)|ironport/i, 'a scanner (IronPort)'],
  [/trend ?micro/i, 'a scanner (Trend Micro)'],
  [/safelinks|microsoft defender/i, 'a scanner (Microsoft Defender)'],
  [
    /sophos|cloudmark|forcepoint|zscaler|vade ?(secure|retro)|avanan|checkpoint|urlscan|virustotal/i,
    'a scanner',
  ],
  [
    /bingpreview|skypeuripreview|slackbot|facebookexternalhit|twitterbot|linkedinbot|whatsapp|telegrambot|discordbot|google-safety/i,
    'a link preview',
  ],
  [/HeadlessChrome|PhantomJS/i, 'a browser without a screen'],
  [/^(curl|wget|python-|libwww)|python-(requests|urllib)|aiohttp|\b(curl|wget|axios)\//i, 'a script'],
  [/go-http-client|libwww-perl|okhttp|apache-httpclient|node-fetch|^(java\/|axios)/i, 'a script'],
  [/crawler|spider|\bbot\b|[a-z]bot\b/i, 'a crawler'],
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
