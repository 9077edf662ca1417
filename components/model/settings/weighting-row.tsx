'use client'
import { useEditor } from '@/components/model/editor-context'
import { withoutValue } from './rfm-value-edits'
import { SettingsRow } from './settings-row'
import { WeightingSettings } from './weighting-settings'

/** The row of the weighting: under RFM it is not done while a behavior lacks its value. */
export function WeightingRow() {
  const { document } = useEditor()
  const lacking = document.weighting.mode === 'rfm' && withoutValue(document.behaviors).length > 0
  return (
    <SettingsRow part="weighting" refusedElsewhere={lacking}>
      <WeightingSettings />
    </SettingsRow>
  )
}
