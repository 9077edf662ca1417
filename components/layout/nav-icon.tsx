import {
  Activity,
  ChartColumn,
  Download,
  Filter,
  KeyRound,
  Mail,
  Plug,
  Settings,
  SlidersHorizontal,
  Users,
  type LucideIcon,
} from 'lucide-react'

const icons = {
  overview: ChartColumn,
  models: SlidersHorizontal,
  people: Users,
  contacts: Mail,
  segments: Filter,
  events: Activity,
  sources: Plug,
  imports: Download,
  keys: KeyRound,
  settings: Settings,
} satisfies Record<string, LucideIcon>

export type NavIconName = keyof typeof icons

/** The icon of a place in the sidebar, by name, so that a server can name it. */
export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name]
  return <Icon aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
}
