/**
 * What Segment's browser library asks for before it sends anything: where to send it, and that nothing else is to be
 * loaded (`CDNSettings` of `@segment/analytics-next`).
 */
export function browserSettings(writeKey: string, origin: URL) {
  const apiHost = `${origin.host}${origin.pathname.replace(/\/$/, '')}/v1`
  const everything = { __default: { enabled: true, integrations: {} } }
  return {
    integrations: {
      'Segment.io': {
        apiKey: writeKey,
        apiHost,
        protocol: origin.protocol.replace(':', ''),
        unbundledIntegrations: [],
        addBundledMetadata: true,
        maybeBundledConfigIds: {},
        versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
      },
    },
    plan: { track: everything, identify: everything, group: everything },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0, host: apiHost },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  }
}
