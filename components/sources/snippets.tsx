'use client'
import { useState } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import { SegmentedControl } from '@/components/ui/segmented-control'

const languages = [
  { value: 'node', label: 'Node' },
  { value: 'browser', label: 'Browser' },
  { value: 'curl', label: 'curl' },
] as const

type Language = (typeof languages)[number]['value']

const snippet: Record<Language, (origin: string, key: string) => string> = {
  node: (origin, key) => `// npm install @segment/analytics-node
import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({
  host: '${origin}',
  writeKey: '${key}',
})
const userId = 'user-42'
analytics.identify({ userId, traits: { email: 'ada@example.com' } })
analytics.track({
  userId,
  event: 'Report Run',
  properties: { rows: 120 },
})`,
  browser: (origin, key) => `// npm install @segment/analytics-next
import { AnalyticsBrowser } from '@segment/analytics-next'

const analytics = AnalyticsBrowser.load({
  cdnURL: '${origin}',
  writeKey: '${key}',
})
analytics.page()
analytics.track('Report Run', { rows: 120 })`,
  curl: (origin, key) => `curl ${origin}/v1/track \\
  -u ${key}: \\
  -H 'content-type: application/json' \\
  -d '{"userId": "user-42", "event": "Report Run", "messageId": "first-1"}'`,
}

/** How to send events with a write key, in the words of Segment's public libraries. */
export function Snippets({ origin, writeKey }: { origin: string; writeKey?: string }) {
  const [language, setLanguage] = useState<Language>('node')
  const label = languages.find(({ value }) => value === language)?.label ?? ''
  return (
    <div className="grid gap-2">
      <SegmentedControl
        className="justify-self-start"
        label="Language"
        options={languages}
        value={language}
        onValueChange={setLanguage}
      />
      <CodeBlock code={snippet[language](origin, writeKey ?? 'YOUR_WRITE_KEY')} label={label} />
    </div>
  )
}
