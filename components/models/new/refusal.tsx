import { Notice } from '@/components/ui/notice'
import type { DocumentRefused } from './use-create-model'

/** Why the server took no model of it, and where in the document. */
export function Refusal({ error }: { error: DocumentRefused }) {
  return (
    <Notice kind="error" live title={error.message}>
      {error.place && !error.message.startsWith(error.place) && (
        <>
          At <code className="font-mono text-xs">{error.place}</code>.
        </>
      )}
    </Notice>
  )
}
