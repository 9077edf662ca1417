/** Programs that open mail or follow its links without anybody reading, by what their user agent says. */
const marks: readonly (readonly [reason: string, mark: RegExp])[] = [
  ['image proxy of Google', /GoogleImageProxy|ggpht\.com/i],
  // Apple's privacy protection says no more than this.
  ['image proxy of Apple', /^Mozilla\/5\.0$/],
  ['image proxy of Yahoo', /YahooMailProxy|YahooCacheSystem/i],
  ['image proxy', /ImageProxy|MailProxy|\bcamo\b/i],
  [
    'mail scanner',
    /barracuda|proofpoint|mimecast|messagelabs|symantec|sophos|trend ?micro|fireeye|trellix|cloudmark|ironport|forcepoint|zscaler|vade ?(?:secure|retro)|safelinks|avanan|checkpoint|urlscan|virustotal|microsoft defender/i,
  ],
  [
    'link preview',
    /bingpreview|skypeuripreview|slackbot|facebookexternalhit|twitterbot|linkedinbot|whatsapp|telegrambot|discordbot|google-safety|googlebot|bingbot/i,
  ],
  [
    'program',
    /headlesschrome|phantomjs|python-requests|python-urllib|aiohttp|\bcurl\/|\bwget\/|go-http-client|libwww-perl|okhttp|apache-httpclient|^java\/|node-fetch|\baxios\/|\bbot\b|crawler|spider/i,
  ],
]

/** Why this user agent is no person; null where it may be one. */
export function machineUserAgent(userAgent: string | null | undefined): string | null {
  const text = userAgent?.trim()
  if (!text) return null
  return marks.find(([, mark]) => mark.test(text))?.[0] ?? null
}
