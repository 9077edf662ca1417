'use client'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { formatPercent } from '@/lib/format/percent'
import { partInWords } from './document-words'
import { SettingsRow } from './settings-row'
import { ZerosSettings } from './zeros-settings'

/** The row of zeros tells how many there are beside what is done with them. */
export function ZerosRow() {
  const { document } = useEditor()
  const { result } = useWhatIf()
  const share = result?.summary.zeroShare ?? null
  const rule = partInWords('zeros', document)
  const summary = share === null ? rule : `${rule}; ${formatPercent(share)} of people did nothing that counts`
  return (
    <SettingsRow part="zeros" summary={summary}>
      <ZerosSettings />
    </SettingsRow>
  )
}
