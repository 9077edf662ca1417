import type { Role } from '@/prisma/generated/enums'

const everybody: readonly Role[] = ['owner', 'admin', 'editor', 'success', 'viewer']
const builders: readonly Role[] = ['owner', 'admin', 'editor']
const managers: readonly Role[] = ['owner', 'admin']

/** The one permission table, `noun:verb → roles`: read by the operations on the server and by the buttons. */
export const permissions = {
  'workspace:read': everybody,
  'workspace:manage': managers,
  'workspace:create': managers,
  'events:read': everybody,
  'sources:read': ['owner', 'admin', 'editor', 'success'],
  'sources:manage': managers,
  'keys:manage': managers,
  'imports:read': ['owner', 'admin', 'editor', 'success'],
  'imports:write': builders,
  'models:read': everybody,
  'models:write': builders,
  'runs:read': everybody,
  'runs:write': builders,
  'scores:read': everybody,
  'people:read': everybody,
  /** Without it e-mails, traits and ids that hold an e-mail are masked, in answers and in searches. */
  'people:unmasked': ['owner', 'admin', 'editor', 'success'],
  'people:merge': ['owner', 'admin', 'editor', 'success'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const allowed = (role: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(role)
