'use client'
import { useTheme } from 'next-themes'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { useHydrated } from '@/components/ui/use-hydrated'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

type Theme = (typeof themes)[number]['value']

/** System, Light, Dark. What was chosen is known in the browser only, so nothing is marked before hydration. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme()
  const inBrowser = useHydrated()
  return (
    <SegmentedControl
      label="Theme"
      options={themes}
      value={(inBrowser ? (theme ?? 'system') : '') as Theme}
      onValueChange={setTheme}
      stretch
    />
  )
}
