'use client'
import { NumberField } from './number-field'
import { PresetButtons } from './preset-buttons'
import { usePart } from './use-part'

export function WindowSettings() {
  const [{ days }, set] = usePart('window')
  const setDays = (value: number) => set({ days: value })
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <NumberField
          label="Days looked back"
          unit={days === 1 ? 'day' : 'days'}
          path={['window', 'days']}
          value={days}
          onChange={setDays}
          min={1}
          step={1}
        />
        <div className="pt-5">
          <PresetButtons
            label="Usual windows"
            presets={[7, 30, 90]}
            unit="days"
            value={days}
            onChange={setDays}
          />
        </div>
      </div>
      <p className="text-xs text-ink-3">
        Only what happened in these calendar days before the date counts. A short window answers quickly, a
        long one forgives a holiday. Everybody’s events are counted anew when it changes.
      </p>
    </div>
  )
}
