const creation =
  /^(?:(?:user|account|customer|person|org|organization|company)_)?(?:created|creation|signup|sign_up|signed_up|registered|registration|joined|member_since)(?:_(?:at|on|date|time|timestamp|datetime|day|ts))*$|^date_(?:created|joined|registered)$/

/** A column's name with its words in lower case, joined by `_`: `User ID` and `userId` are `user_id`. */
export const columnKey = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()

/** True for a name such as `created_at`, `creation_time`, `signupDate`: when the person or account began. */
export const isCreationColumn = (name: string): boolean => creation.test(columnKey(name))
