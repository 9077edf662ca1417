import { CodeBlock } from '@/components/ui/code-block'
import { SecretOnce } from '@/components/ui/secret-once'
import type { Provider } from '@/lib/ingest/esp/providers'
import { wordsOf } from '@/lib/sources/providers/provider-words'

/** The address of a webhook and what to do with it at the provider. */
export function ConnectSteps({ provider, url }: { provider: Provider; url: string }) {
  return (
    <>
      {new URL(url).search === '' ? (
        <CodeBlock code={url} label="Address of the webhook" showLabel />
      ) : (
        <SecretOnce label="Address of the webhook" secret={url}>
          It carries the secret that proves deliveries, which cannot be shown again. A lost one is replaced
          under “Deliveries”.
        </SecretOnce>
      )}
      <ol className="grid list-decimal gap-1 pl-5 text-sm text-ink-2">
        {wordsOf(provider).steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  )
}
