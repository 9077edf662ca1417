import { allowed } from '@/lib/auth/permissions'
import type { Role } from '@/prisma/generated/enums'
import type { NavItem } from './sidebar-nav'

/** The places of a workspace, for those who may see them. */
export function placesOf(slug: string, role: Role): NavItem[] {
  const base = `/w/${slug}`
  const places: (NavItem & { shown?: boolean })[] = [
    { href: base, label: 'Overview', icon: 'overview', letter: 'o', exact: true },
    { href: `${base}/models`, label: 'Models', icon: 'models', letter: 'm' },
    { href: `${base}/people`, label: 'People', icon: 'people', letter: 'p' },
    { href: `${base}/contacts`, label: 'Contacts', icon: 'contacts', letter: 'c' },
    { href: `${base}/events`, label: 'Events', icon: 'events', letter: 'e' },
    {
      href: `${base}/sources`,
      label: 'Sources',
      icon: 'sources',
      letter: 's',
      shown: allowed(role, 'sources:read'),
    },
    { href: `${base}/settings`, label: 'Settings', icon: 'settings', letter: 't' },
  ]
  return places.filter((place) => place.shown !== false).map(({ shown: _, ...place }) => place)
}
